import { type View, view } from '../../core/view.ts';
import type { Translate } from '../../i18n/translate.ts';
import { heading, note, paragraph } from '../nodes.ts';

/** Something broke that nobody foresaw. `id` is what the operator finds in the log. */
export function incidentView(t: Translate, id: string): View {
  return view(heading(t('incident.heading')), paragraph(t('incident.what')), note(t('incident.id', { id })));
}
