import type { PlatformName } from '../core/rich-text.ts';
import type { View } from '../core/view.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { skipDigested } from '../domain/deliveries/digest.ts';
import type { SkipReason } from '../domain/deliveries/reasons.ts';
import { type MemberWithPerson, toMentionable } from '../domain/people/mentionable.ts';
import { loadRecipient } from '../domain/recipients/load-recipient.ts';
import { type Addressed, findSilence } from '../domain/recipients/silence.ts';
import type { Coalition, Delivery } from '../store/generated/sqlite/client.ts';
import type { Db } from '../store/scope.ts';
import { type Delay, delayedView } from '../views/notices/delay.ts';
import { type Circumstances, type DigestPart, digestView, type Notice, noticeView } from '../views/notices/notice.ts';
import type { Speech } from '../views/speech.ts';
import { composeDigested } from './compose/compose.ts';

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
  delivery: Addressed & Pick<Delivery, 'expiresAt'>,
  recipient: MemberWithPerson | null,
  now: Date,
): SkipReason | null {
  const { expiresAt } = delivery;
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  if (recipient?.leftAt) return 'recipient-left';
  return recipient && findSilence(delivery, recipient, now);
}

/** What a notice is said with, and whom else it speaks for. */
export interface Notifying {
  readonly delivery: ClaimedDelivery;
  readonly recipient: MemberWithPerson | null;
  readonly notice: Notice;
  /** Deliveries that are said in the same post. */
  readonly digested: readonly Delivery[];
  readonly way: Circumstances['way'];
  readonly closedOn: PlatformName | null;
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
  { delivery, recipient, notice, digested, way, closedOn }: Notifying,
): Promise<View> {
  const found = await withCoalitions(db, digested);
  const others = await gatherNotices(db, speech, recipient, found);
  const mentioned = recipient && toMentionable(recipient.person);
  const circumstances: Circumstances = { recipient: mentioned, way, closedOn, delay: delayOf(delivery, speech.now) };
  if (others.length === 0) return noticeView(speech, notice, circumstances);
  return digestView(speech, groupByCoalition([{ coalition: delivery.coalition, notice }, ...others]), circumstances);
}

type Digested = Delivery & { readonly coalition: Coalition };

async function withCoalitions(db: Db, digested: readonly Delivery[]): Promise<Digested[]> {
  if (digested.length === 0) return [];
  const ids = new Set(digested.map(({ coalitionId }) => coalitionId));
  const coalitions = await db.coalition.findMany({ where: { id: { in: [...ids] } } });
  return digested.flatMap((delivery) => {
    const coalition = coalitions.find(({ id }) => id === delivery.coalitionId);
    return coalition ? [{ ...delivery, coalition }] : [];
  });
}

interface Waited {
  readonly coalition: Coalition;
  readonly notice: Notice;
}

/** Those of a digest that still make sense; the others are skipped on record. */
async function gatherNotices(
  db: Db,
  speech: Speech,
  recipient: MemberWithPerson | null,
  digested: readonly Digested[],
): Promise<Waited[]> {
  const waited: Waited[] = [];
  for (const delivery of digested) {
    // In another coalition the same person is another member, who may have left.
    const member = delivery.recipientId === recipient?.id ? recipient : await loadRecipient(db, delivery);
    const reason = whyNot(delivery, member, speech.now);
    const composed = reason ? ({ type: 'skip', reason } as const) : await composeDigested(db, delivery, speech);
    if (composed.type === 'notice') waited.push({ coalition: delivery.coalition, notice: composed.notice });
    else await skipDigested(db, delivery, composed.reason, speech.now);
  }
  return waited;
}

function groupByCoalition(waited: readonly Waited[]): DigestPart[] {
  const groups = Map.groupBy(waited, ({ coalition }) => coalition.id);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ coalition: first.coalition, notices: group.map(({ notice }) => notice) }] : [];
  });
}
