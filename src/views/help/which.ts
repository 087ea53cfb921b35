import { type Press, type SelectOption, type View, view } from '../../core/view.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { controls } from '../controls.ts';
import { paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';

/** What is to be chosen before a form can open. */
export interface Which {
  /** What is done with the one that is chosen, which becomes the input `fills`. */
  readonly press: Press;
  readonly fills: string;
  readonly options: readonly SelectOption[];
  /** The key of what the form is called. */
  readonly label: MessageKey;
}

/** Asks which thing is meant. */
export function whichView({ t }: Speech, { press, fills, options, label }: Which): View {
  return view(paragraph(t('form.which')), controls({ type: 'select', label: t(label), press, fills, options }));
}
