import { mention, type RichText } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { shareClocks } from '../../time/zones.ts';
import { controls } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import { awayNote } from '../profile/away.ts';
import type { AwayFacts } from '../profile/facts.ts';
import { showSpace } from '../space.ts';
import type { Speech } from '../speech.ts';
import { cancelButton } from './controls.ts';
import type { ReminderFacts, SnoozedFacts, WayFacts } from './facts.ts';
import { wayNote } from './way.ts';
import { whenNodes } from './when.ts';
import { nameOf, referenceOf, showAt } from './words.ts';

/** What decides how a reminder reaches the one it is for. */
export interface ReachFacts {
  readonly way: WayFacts | null;
  /** Until when they are away. */
  readonly away: AwayFacts | null;
}

/** After `/reminder add`: what was understood, with the next occurrences, and where it is going to be said. */
export function reminderAdded(speech: Speech, reminder: ReminderFacts, { way, away }: ReachFacts): View {
  return view(
    paragraph(showAdded(speech, reminder)),
    ...whenNodes(speech, reminder),
    wayNote(speech, reminder, way),
    awayNote(speech, reminder.recipient, away),
    controls(cancelButton(reminder, speech)),
  );
}

function showAdded(speech: Speech, reminder: ReminderFacts): RichText {
  const { t } = speech;
  const { recipient, recipientId, authorId, space } = reminder;
  const named = { reminder: nameOf(reminder) };
  if (!recipient) return t('reminder.added.space', { ...named, space: showSpace(space, speech) });
  if (recipientId === authorId) return t('reminder.added.me', named);
  return t('reminder.added.member', { ...named, recipient: mention(recipient) });
}

/**
 * After it was put off, or a reminder of their `own` was made for who may not put it off for everybody; `zone` is the
 * coalition's, by whose clock everybody is reminded.
 */
export function reminderSnoozed(speech: Speech, { reminder, own, way }: SnoozedFacts, zone: string): View {
  const { t } = speech;
  const at = nextOf(own ?? reminder);
  if (!at) return view(paragraph(t('reminder.next.none')));
  const until = showAt(at, speech);
  if (own) {
    const stays = { reference: referenceOf(reminder), own: nameOf(own), until };
    return view(
      paragraph(t('reminder.snoozed.own', stays)),
      wayNote(speech, own, way),
      controls(cancelButton(own, speech)),
    );
  }
  const named = { reminder: nameOf(reminder), until };
  if (reminder.recipient) return view(paragraph(t('reminder.snoozed', named)));
  return view(
    paragraph(t('reminder.snoozed.space', { ...named, space: showSpace(reminder.space, speech) })),
    !shareClocks(zone, speech.zone, at) && note(t('reminder.snoozed.clock', { zone })),
  );
}

function nextOf({ snoozedUntil, next }: ReminderFacts): Date | undefined {
  return snoozedUntil ?? next[0];
}

/** After it was done: for good, or for this time. */
export function reminderDone(speech: Speech, reminder: ReminderFacts): View {
  const { t } = speech;
  const [next] = reminder.next;
  const named = { reminder: nameOf(reminder) };
  if (!next) return view(paragraph(t('reminder.done', named)));
  return view(paragraph(t('reminder.done.again', { ...named, next: showAt(next, speech) })));
}

/** After it was called off. */
export function reminderCancelled({ t }: Speech, reminder: ReminderFacts): View {
  return view(paragraph(t('reminder.cancelled', { reminder: nameOf(reminder) })));
}

/** After the one it was for refused it. */
export function reminderDeclined({ t }: Speech, reminder: ReminderFacts): View {
  return view(paragraph(t('reminder.declined', { reminder: nameOf(reminder) })));
}
