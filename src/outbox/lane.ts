import { setTimeout as passing } from 'node:timers/promises';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { giveBack } from '../domain/deliveries/give-back.ts';
import { callKindOf } from './call-kind.ts';
import { deliver } from './deliver.ts';
import type { OutboxParts } from './parts.ts';

/** How long before its moment something is taken, in milliseconds. */
export const leadMs = 150;

/**
 * How much of its lease a delivery must still have when it is begun, in milliseconds: longer than any platform takes to
 * answer, so that nobody else begins it meanwhile.
 */
const leastLease = 45_000;

/**
 * Says what was taken of one space, one after the other. The next is begun once the one before is settled, which is
 * what tells after a crash which one may have been sent. What cannot be begun is given back: where one has to be tried
 * again, the space has heard enough for now, or the process stops. Never rejects.
 */
export async function sayInOrder(
  parts: OutboxParts,
  lane: readonly ClaimedDelivery[],
  { isRunning, done }: { readonly isRunning: () => boolean; readonly done: (delivery: ClaimedDelivery) => void },
): Promise<void> {
  const left = [...lane];
  for (let next = left[0]; next; next = left[0]) {
    await untilItsMoment(parts, next);
    if (!isRunning() || !mayBegin(parts, next)) break;
    const settled = await deliver(parts, next);
    left.shift();
    done(next);
    if (!settled) break;
  }
  await returnRest(parts, left);
  for (const delivery of left) done(delivery);
}

/** Until it is due and its space takes it, where that is soon: what was taken is taken for a moment. */
async function untilItsMoment({ clock, pace }: OutboxParts, delivery: ClaimedDelivery): Promise<void> {
  const untilDue = delivery.dueAt.getTime() - clock.now().getTime();
  const untilFree = pace.freeAt(delivery.space, callKindOf(delivery)) - Date.now();
  if (untilDue > 0) await passing(untilDue);
  if (untilFree > 0 && untilFree <= leadMs) await passing(untilFree + 1);
}

/** Edits are counted here, at once: what they count against is shared with lanes that begin at the same moment. */
function mayBegin({ clock, pace }: OutboxParts, delivery: ClaimedDelivery): boolean {
  const { leasedUntil, space } = delivery;
  const leaseLeft = (leasedUntil?.getTime() ?? 0) - clock.now().getTime();
  const kind = callKindOf(delivery);
  const now = Date.now();
  if (leaseLeft < leastLease || pace.room(space, kind, now) < 1) return false;
  if (kind === 'edit') pace.note(space, kind, now);
  return true;
}

async function returnRest({ store, clock, log }: OutboxParts, left: readonly ClaimedDelivery[]): Promise<void> {
  if (left.length === 0) return;
  try {
    await giveBack(store.db, left, clock.now());
  } catch (err) {
    log.error({ err, deliveries: left.map(({ id }) => id) }, 'deliveries wait for the end of their lease');
  }
}
