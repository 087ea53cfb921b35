import { type Mentionable, mention } from '../../core/rich-text.ts';
import { dueButtons } from '../reminders/controls.ts';
import { referenceOf } from '../reminders/words.ts';
import type { Speech } from '../speech.ts';
import type { Notice } from './notice.ts';

/** A reminder as its notice needs it. */
export interface ReminderNoticeFacts {
  readonly coalitionId: string;
  readonly number: number;
  readonly text: string;
  /** Null: they have left. */
  readonly author: Mentionable | null;
  /** Who wanted it: the one it is for, or somebody else; `everybody` in the space. */
  readonly for: 'author' | 'other' | 'everybody';
}

/** A reminder whose time has come, or the time it was put off to. */
export function reminderNotice(speech: Speech, reminder: ReminderNoticeFacts, due: Date | null): Notice {
  const { t } = speech;
  const { text, author } = reminder;
  return {
    says: author
      ? t(`notice.reminder.${reminder.for}`, { text, author: mention(author) })
      : t('notice.reminder.nobody', { text }),
    about: 'reminder',
    reference: referenceOf(reminder),
    due,
    actions: dueButtons(reminder, speech, { declinable: reminder.for === 'other' }),
  };
}
