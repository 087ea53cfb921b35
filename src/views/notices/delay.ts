import type { Node, View } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import { note } from '../nodes.ts';
import type { Speech } from '../speech.ts';

/** Why something comes later than it was meant to. */
export interface Delay {
  readonly cause: 'late' | 'quietHours' | 'budget';
  readonly due: Date;
}

/**
 * Says that it comes later than it was meant to, and why. A reminder was `due` then; of what has a date of its own,
 * which is another, this is when it was `meant` to be said.
 */
export function delayNote({ t, locale, zone }: Speech, { cause, due }: Delay, was: 'due' | 'meant'): Node {
  return note(
    t(was === 'due' ? `notice.${cause}` : `notice.meant.${cause}`, { due: showMoment(due, 'moment', locale, zone) }),
  );
}

/** The same in a post that is made already: above what can be done with it. */
export function delayedView(speech: Speech, { nodes }: View, delay: Delay): View {
  const controls = nodes.findIndex(({ type }) => type === 'actions');
  return { nodes: nodes.toSpliced(controls < 0 ? nodes.length : controls, 0, delayNote(speech, delay, 'meant')) };
}
