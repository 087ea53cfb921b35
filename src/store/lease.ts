import { Prisma } from './generated/sqlite/client.ts';
import { kindOf } from './kind.ts';
import { formatOf, parseCells, type Row } from './rows.ts';
import type { Db, DbTx } from './scope.ts';
import { isAmong } from './sql.ts';

/** Which deliveries are to be taken, by whom, and until when they are theirs. */
export interface Lease {
  readonly ids: readonly string[];
  readonly worker: string;
  readonly until: Date;
  readonly now: Date;
  /** What is due by then may be taken. */
  readonly dueBy: Date;
}

/** Takes what is due, as far as it still waits: it counts as a try. Returns what was taken, in no order. */
export function leaseDue(db: Db, tx: DbTx, lease: Lease): Promise<Row<'Delivery'>[]> {
  return take(db, tx, lease, {
    also: Prisma.sql`"attempts" = "attempts" + 1`,
    where: Prisma.sql`"status" = 'pending' AND "digestId" IS NULL AND "dueAt" <= ${lease.dueBy}`,
  });
}

/**
 * Takes what another one left behind, as far as its lease has ended: whoever had it may not have come to it, so it does
 * not count as a try. Returns what was taken, in no order.
 */
export function leaseLeft(db: Db, tx: DbTx, lease: Lease): Promise<Row<'Delivery'>[]> {
  return take(db, tx, lease, {
    also: Prisma.sql`"attempts" = "attempts"`,
    where: Prisma.sql`"status" = 'leased' AND "leasedUntil" <= ${lease.now}`,
  });
}

interface Condition {
  readonly also: Prisma.Sql;
  readonly where: Prisma.Sql;
}

/**
 * The condition is checked on each row as it is updated, as another worker may have taken it since it was looked up.
 * `IS TRUE` keeps PostgreSQL from searching by the condition: whatever it believes of the table, it goes by the ids.
 */
async function take(db: Db, tx: DbTx, { ids, until, worker }: Lease, { also, where }: Condition) {
  if (ids.length === 0) return [];
  const kind = kindOf(db);
  const format = formatOf(db, 'Delivery');
  const cells = format.cells('Delivery');
  const toJson = kind === 'sqlite' ? Prisma.sql`json_array(${cells})` : Prisma.sql`json_build_array(${cells})::text`;
  const taken = await tx.$queryRaw<{ readonly row: string }[]>`
    UPDATE "Delivery" SET "status" = 'leased', "leasedUntil" = ${until}, "leasedBy" = ${worker}, ${also}
    WHERE ${isAmong(kind, Prisma.sql`"id"`, ids)} AND (${where}) IS TRUE
    RETURNING ${toJson} AS "row"`;
  return parseCells(`[${taken.map(({ row }) => row).join()}]`).map(format.read);
}
