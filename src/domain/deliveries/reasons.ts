/** Why something was not said after all, as it stands on record. */
export const skipReasons = [
  /** What it was about is not there any more. */
  'subject-gone',
  /** Things have moved on since: it would not be true, or its time was changed. */
  'no-longer-true',
  /** There is nothing to list. */
  'nothing-to-say',
  'task-finished',
  'task-dropped',
  'owner-changed',
  'reminder-done',
  'reminder-cancelled',
  'reminder-declined',
  'conversation-cancelled',
  /** The member whom it was for does not come. */
  'not-coming',
  /** Nobody whom it was for is there. */
  'nobody-to-tell',
  /** The member whom it was for has left the coalition. */
  'recipient-left',
  /** The member whom it was for wants no reminders. */
  'reminders-off',
  /** The member whom it was for is away. */
  'recipient-away',
  /** It was worth saying only until then. */
  'expired',
  'card-gone',
  /** The bot may not write into the platform's own calendar. */
  'calendar-closed',
  'space-unlinked',
  'space-lost',
] as const;

/** Why something was not said: a code, never words of people. */
export type SkipReason = (typeof skipReasons)[number];
