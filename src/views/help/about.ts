import { type View, view } from '../../core/view.ts';
import { button, controls } from '../controls.ts';
import { heading, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';

/** What Convener is, and what it reads. */
export function aboutView({ t }: Speech): View {
  return view(
    heading(t('convener.about.heading')),
    paragraph(t('convener.about')),
    paragraph(t('convener.about.privacy')),
    note(t('convener.about.free')),
    controls(button(t('convener.button.help'), 'convener.help')),
  );
}
