import { type View, view } from '../../core/view.ts';
import { heading, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { CoalitionFacts } from './facts.ts';
import { coalitionFields } from './words.ts';

/** How a coalition is set up, and how to change it. */
export function settingsShown(speech: Speech, coalition: CoalitionFacts): View {
  const { t } = speech;
  return view(
    heading(t('coalition.settings', { name: coalition.name })),
    coalitionFields(speech, coalition),
    note(t('coalition.settings.how')),
  );
}

/** After `/coalition settings`: how it is set up now. */
export function settingsChanged(speech: Speech, coalition: CoalitionFacts): View {
  return view(
    paragraph(speech.t('coalition.settings.changed', { name: coalition.name })),
    coalitionFields(speech, coalition),
  );
}
