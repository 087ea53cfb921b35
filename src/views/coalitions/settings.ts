import { type View, view } from '../../core/view.ts';
import { heading, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { SettingsFacts } from './facts.ts';
import { settingsFields } from './words.ts';

/** How a coalition is set up, and how to change it. */
export function settingsShown(speech: Speech, { coalition, digest }: SettingsFacts): View {
  const { t } = speech;
  return view(
    heading(t('coalition.settings', { name: coalition.name })),
    settingsFields(speech, { coalition, digest }),
    note(t('coalition.settings.how')),
  );
}

/** After `/coalition settings`: how it is set up now. */
export function settingsChanged(speech: Speech, settings: SettingsFacts): View {
  return view(
    paragraph(speech.t('coalition.settings.changed', { name: settings.coalition.name })),
    settingsFields(speech, settings),
  );
}
