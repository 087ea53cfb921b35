import { UserError } from '../../core/errors.ts';
import { formatOccurrence, type OccurrenceReference } from '../../core/ids.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db, ScopedTx } from '../../store/scope.ts';
import { together } from '../../store/together.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceDetails } from './details.ts';
import { loadDetail, loadDetails } from './load.ts';
import type { OccurrenceRow } from './row.ts';

/** The occurrence that somebody named, as it is shown. Throws `conversation.not-found`. */
export async function getOccurrence({ db, now }: Acting, named: OccurrenceReference): Promise<OccurrenceDetails> {
  return loadDetail(db, await getOccurrenceRow(db, named, now));
}

/**
 * The row of the occurrence that somebody named. A conversation alone means its next time that is planned and not over,
 * or where none is to come its last. Throws `conversation.not-found`.
 */
export async function getOccurrenceRow(
  tx: ScopedTx,
  { number, occurrence }: OccurrenceReference,
  now: Date,
): Promise<OccurrenceRow> {
  const of = { conversation: { number }, ...(occurrence !== null && { number: occurrence }) };
  const include = { conversation: true } as const;
  const next = await tx.occurrence.findFirst({
    where: { ...of, ...(occurrence === null && { state: 'planned', endsAt: { gt: now } }) },
    orderBy: { startsAt: 'asc' },
    include,
  });
  const found = next ?? (await tx.occurrence.findFirst({ where: of, orderBy: { startsAt: 'desc' }, include }));
  if (!found) throw new UserError('conversation.not-found', { reference: formatOccurrence({ number, occurrence }) });
  return found;
}

/** The occurrence that a delivery is about, as it is by now; null where it is not there. Many are loaded at once. */
export const loadOccurrenceForLetter = together<Pick<Delivery, 'coalitionId' | 'subjectId'>, OccurrenceDetails | null>(
  async (db: Db, deliveries) => {
    const ids = [...new Set(deliveries.map(({ subjectId }) => subjectId))];
    const rows = await db.occurrence.findMany({ where: { id: { in: ids } }, include: { conversation: true } });
    const known = new Map((await loadDetails(db, rows)).map((details) => [details.id, details]));
    return deliveries.map(({ coalitionId, subjectId }) => {
      const details = known.get(subjectId);
      return details?.coalitionId === coalitionId ? details : null;
    });
  },
);
