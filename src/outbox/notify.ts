import type { View } from '../core/view.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { skipDigested } from '../domain/deliveries/digest.ts';
import type { SkipReason } from '../domain/deliveries/reasons.ts';
import { type MemberWithPerson, toMentionable } from '../domain/people/mentionable.ts';
import { loadRecipient } from '../domain/recipients/load-recipient.ts';
import type { Delivery } from '../store/generated/sqlite/client.ts';
import type { Db } from '../store/scope.ts';
import { type Delay, delayedView } from '../views/notices/delay.ts';
import { type Circumstances, type DigestPart, digestView, type Notice, noticeView } from '../views/notices/notice.ts';
import type { Speech } from '../views/speech.ts';
import { compose } from './compose/compose.ts';

/** From when on something is said to be late, in milliseconds after it was due. */
const tolerance = 2 * 60_000;

/** Why a delivery comes later than it was meant to; null where it does not. */
function delayOf({ occurrenceAt, heldFor }: Pick<Delivery, 'occurrenceAt' | 'heldFor'>, now: Date): Delay | null {
  if (!occurrenceAt) return null;
  if (heldFor) return { cause: heldFor, due: occurrenceAt };
  return now.getTime() - occurrenceAt.getTime() > tolerance ? { cause: 'late', due: occurrenceAt } : null;
}

/** Why a delivery is not to be said whatever it says; null where it may be. */
export function whyNot(
  { expiresAt, urgent }: Pick<Delivery, 'expiresAt' | 'urgent'>,
  recipient: MemberWithPerson | null,
  now: Date,
): SkipReason | null {
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  if (recipient?.leftAt) return 'recipient-left';
  // What somebody set for themselves is urgent, and they do want it.
  return recipient?.person.reminders === 'off' && !urgent ? 'reminders-off' : null;
}

/** What a notice is said with, and whom else it speaks for. */
export interface Notifying {
  readonly delivery: ClaimedDelivery;
  readonly recipient: MemberWithPerson | null;
  readonly notice: Notice;
  /** Deliveries that are said in the same post. */
  readonly digested: readonly Delivery[];
  readonly way: Circumstances['way'];
}

/** A post that says by itself what it has to say, and that it comes late, where it does. */
export function toPostView(speech: Speech, delivery: ClaimedDelivery, post: View): View {
  const delay = delayOf(delivery, speech.now);
  return delay ? delayedView(speech, post, delay) : post;
}

/** The view of a notice: by itself, or with all that waited for the same member. */
export async function toNoticeView(
  db: Db,
  speech: Speech,
  { delivery, recipient, notice, digested, way }: Notifying,
): Promise<View> {
  const others = await composeDigested(db, speech, recipient, digested);
  const mentioned = recipient && toMentionable(recipient.person);
  const circumstances: Circumstances = { recipient: mentioned, way, delay: delayOf(delivery, speech.now) };
  if (others.length === 0) return noticeView(speech, notice, circumstances);
  const waited = [{ coalitionId: delivery.coalitionId, notice }, ...others];
  return digestView(speech, await groupByCoalition(db, waited), circumstances);
}

interface Waited {
  readonly coalitionId: string;
  readonly notice: Notice;
}

/** Those of a digest that still make sense; the others are skipped on record. */
async function composeDigested(
  db: Db,
  speech: Speech,
  recipient: MemberWithPerson | null,
  digested: readonly Delivery[],
): Promise<Waited[]> {
  const waited: Waited[] = [];
  for (const delivery of digested) {
    // In another coalition the same person is another member, who may have left.
    const member = delivery.recipientId === recipient?.id ? recipient : await loadRecipient(db, delivery);
    const reason = whyNot(delivery, member, speech.now);
    const composed = reason ? ({ type: 'skip', reason } as const) : await compose(db, delivery, speech);
    if (composed.type === 'notice') waited.push({ coalitionId: delivery.coalitionId, notice: composed.notice });
    else if (composed.type === 'skip') await skipDigested(db, delivery, composed.reason, speech.now);
  }
  return waited;
}

async function groupByCoalition(db: Db, waited: readonly Waited[]): Promise<DigestPart[]> {
  const groups = Map.groupBy(waited, ({ coalitionId }) => coalitionId);
  const coalitions = await db.coalition.findMany({ where: { id: { in: [...groups.keys()] } } });
  return [...groups].flatMap(([id, group]) =>
    coalitions
      .filter((coalition) => coalition.id === id)
      .map((coalition) => ({ coalition, notices: group.map(({ notice }) => notice) })),
  );
}
