import type { Action } from '../../core/view.ts';
import { buttonIn } from '../controls.ts';
import type { Speech } from '../speech.ts';
import type { ReminderFacts } from './facts.ts';
import { referenceOf } from './words.ts';

/** What the buttons of a reminder need of it. */
export type Pressable = Pick<ReminderFacts, 'coalitionId' | 'number'>;

/**
 * What can be done when a reminder's time has come: it is done, or comes once more. `declinable`: somebody else wants
 * it for its reader, who may refuse.
 */
export function dueButtons(reminder: Pressable, speech: Speech, { declinable }: { declinable: boolean }) {
  const { t } = speech;
  const { coalitionId } = reminder;
  const input = { reminder: referenceOf(reminder) };
  // In words, so that each means what it says whenever it is pressed. They are read by the clock of
  // whom it is then for: whoever presses, or the coalition.
  const later = { 'ten-minutes': 'in 10 minutes', hour: 'in 1 hour', tomorrow: 'tomorrow 9:00' } as const;
  const snooze = (['ten-minutes', 'hour', 'tomorrow'] as const).map((key) =>
    buttonIn(coalitionId, t(`reminder.button.${key}`), 'reminder.snooze', { ...input, until: later[key] }),
  );
  const actions: readonly (Action | false)[] = [
    buttonIn(coalitionId, t('reminder.button.done'), 'reminder.done', input, 'primary'),
    ...snooze,
    buttonIn(coalitionId, t('reminder.button.pick'), 'reminder.snooze', input),
    declinable && buttonIn(coalitionId, t('reminder.button.decline'), 'reminder.decline', input),
  ];
  return actions.filter((action) => action !== false);
}

/** Calls it off. */
export function cancelButton(reminder: Pressable, { t }: Speech): Action {
  return buttonIn(reminder.coalitionId, t('reminder.button.cancel'), 'reminder.cancel', {
    reminder: referenceOf(reminder),
  });
}
