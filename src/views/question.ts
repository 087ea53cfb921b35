import type { RichText } from '../core/rich-text.ts';
import { type Action, type View, view } from '../core/view.ts';
import { controls } from './controls.ts';
import { paragraph } from './nodes.ts';

/** Asks before something is done that is hard to take back. */
export function questionView(question: RichText, yes: Action, no: Action): View {
  return view(paragraph(question), controls(yes, no));
}
