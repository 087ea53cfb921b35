import type { Prisma, Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { findAddressees } from '../audiences/addressees.ts';
import { type Addressee, type Addresses, loadAddresses, spacesFor } from '../audiences/addresses.ts';
import { type LetterKind, letters } from '../deliveries/letters.ts';
import type { DueOccurrence, DueSchedule } from './due.ts';

type Row = Prisma.DeliveryCreateManyInput & { readonly key: string };

/**
 * Writes what came due as deliveries, one for each occurrence and member or space, in the transaction that moved the
 * schedules on. What is too late to be said is skipped on record. Returns how many are to be said.
 */
export async function deliverDue(tx: DbTx, due: readonly DueSchedule[], now: Date): Promise<number> {
  if (due.length === 0) return 0;
  const addressees = await findAllAddressees(tx, due);
  const addresses = await loadAddresses(tx, [...addressees.values()].flat());
  const rows = due.flatMap(({ schedule, occurrences }) =>
    occurrences.flatMap((occurrence) => {
      const spacesOf = (addressee: Addressee) => toRows(schedule, occurrence, addressee, addresses, now);
      return (addressees.get(schedule.id) ?? []).flatMap(spacesOf);
    }),
  );
  const fresh = await withoutKnown(tx, rows);
  if (fresh.length > 0) await tx.delivery.createMany({ data: fresh });
  return fresh.filter(({ status }) => status === 'pending').length;
}

/** By schedule: whom it names itself, or those whom its letter is for by now. */
async function findAllAddressees(
  tx: DbTx,
  due: readonly DueSchedule[],
): Promise<ReadonlyMap<string, readonly Addressee[]>> {
  const found = new Map<string, readonly Addressee[]>();
  for (const { schedule } of due) found.set(schedule.id, (await findAddressees(tx, schedule)) ?? [schedule]);
  return found;
}

function toRows(
  schedule: Schedule,
  { wall, at, expiresAt }: DueOccurrence,
  addressee: Addressee,
  addresses: Addresses,
  now: Date,
): Row[] {
  const { coalitionId, subjectId, letter, urgent } = schedule;
  const { recipientId, part } = addressee;
  const expired = expiresAt <= now;
  return spacesFor(addressee, addresses).map((spaceId) => ({
    ...{ coalitionId, spaceId, recipientId, subjectId, letter, urgent, expiresAt },
    data: letters[letter as LetterKind].parse(part ? { part } : {}),
    // By the clock and not by the instant: one occurrence stays the same when its zone changes.
    key: [schedule.id, wall, recipientId ?? spaceId, ...(part?.from ? [part.from] : [])].join('@'),
    occurrenceAt: at,
    dueAt: at,
    createdAt: now,
    status: expired ? 'skipped' : 'pending',
    ...(expired && { reason: 'expired', settledAt: now }),
  }));
}

/** Moving a schedule on lets each occurrence through once; the key would stop a second one, and with it all others. */
async function withoutKnown(tx: DbTx, rows: readonly Row[]): Promise<Row[]> {
  const known = await tx.delivery.findMany({
    where: { key: { in: rows.map(({ key }) => key) } },
    select: { key: true },
  });
  const keys = new Set(known.map(({ key }) => key));
  return rows.filter(({ key }) => !keys.has(key));
}
