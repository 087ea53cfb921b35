import type { PlatformName } from '../core/rich-text.ts';
import type { StoreKind } from './address.ts';
import { type HeldFor, Prisma } from './generated/sqlite/client.ts';
import { inIndexOrder } from './index-order.ts';
import { kindOf } from './kind.ts';
import { parseCells, readMoment } from './rows.ts';
import type { Db, DbTx } from './scope.ts';
import { allOf, arrayOf, isAmong, isNotAmong } from './sql.ts';

/** A delivery that could be taken. */
export interface Found {
  readonly id: string;
  readonly spaceId: string;
  readonly coalitionId: string;
  readonly dueAt: Date;
  readonly heldFor: HeldFor | null;
  /** It was in hand, and its lease has ended. */
  readonly left: boolean;
}

/** What is looked for, and what of it is not wanted now. */
export interface Search {
  readonly now: Date;
  readonly dueBy: Date;
  readonly limit: number;
  readonly exceptSpaces: readonly string[];
  readonly exceptCoalitions: readonly string[];
  readonly exceptPlatforms: readonly PlatformName[];
  readonly unwanted: readonly Unwanted[];
}

/** Letters that are not wanted in some places. */
export interface Unwanted {
  readonly letters: readonly string[];
  /** Not these letters, but all others. */
  readonly others: boolean;
  /** By id: single spaces, and workspaces with all their spaces. */
  readonly space: readonly string[];
  readonly workspace: readonly string[];
}

/** What is due, oldest first: by the order of the index, so that the rest costs nothing. */
export function findDue(db: Db, search: Search): Promise<Found[]> {
  const { dueBy, exceptCoalitions } = search;
  const due = Prisma.sql`it."status" = 'pending' AND it."digestId" IS NULL AND it."dueAt" <= ${dueBy}`;
  const others =
    exceptCoalitions.length > 0 ? [isNotAmong(kindOf(db), Prisma.sql`it."coalitionId"`, exceptCoalitions)] : [];
  return inIndexOrder(db, (tx) => find(tx, kindOf(db), search, [due, ...others], false));
}

/** What somebody left behind, oldest first. */
export function findLeft(db: Db, search: Search): Promise<Found[]> {
  return find(db, kindOf(db), search, [Prisma.sql`it."status" = 'leased' AND it."leasedUntil" <= ${search.now}`], true);
}

/** Those of the spaces of which something is in hand, or waits to be tried again: nothing else goes there meanwhile. */
export async function findHeldSpaces(db: Db, tx: DbTx, spaceIds: readonly string[], now: Date): Promise<Set<string>> {
  const kind = kindOf(db);
  const [found] = await tx.$queryRaw<[{ readonly rows: string }]>`
    SELECT ${arrayOf(kind, Prisma.sql`it."spaceId"`)} AS "rows" FROM "Delivery" AS it
    WHERE ${holdsItsSpace(now)} AND ${isAmong(kind, Prisma.sql`it."spaceId"`, spaceIds)}`;
  return new Set(parseCells(found.rows).map(([spaceId]) => spaceId as string));
}

async function find(
  tx: DbTx,
  kind: StoreKind,
  search: Search,
  conditions: readonly Prisma.Sql[],
  left: boolean,
): Promise<Found[]> {
  const where = allOf([...conditions, ...freeConditions(kind, search)]);
  const cells = Prisma.sql`it."id", it."spaceId", it."coalitionId", it."dueAt", it."heldFor"`;
  const query = Prisma.sql`
    SELECT ${arrayOf(kind, cells)} AS "rows" FROM (
      SELECT * FROM "Delivery" AS it WHERE ${where} ORDER BY it."dueAt", it."id" LIMIT ${search.limit}
    ) AS it`;
  const [found] = await tx.$queryRaw<[{ readonly rows: string }]>(query);
  return parseCells(found.rows).map((row) => toFound(kind, row, left));
}

function toFound(kind: StoreKind, cells: readonly unknown[], left: boolean): Found {
  const [id, spaceId, coalitionId, dueAt, heldFor] = cells as [string, string, string, string, HeldFor | null];
  return { id, spaceId, coalitionId, dueAt: readMoment(kind, dueAt), heldFor, left };
}

/** Where nothing is in hand, and something is wanted. */
function freeConditions(kind: StoreKind, { now, exceptSpaces, exceptPlatforms, unwanted }: Search): Prisma.Sql[] {
  const spaceId = Prisma.sql`it."spaceId"`;
  return [
    Prisma.sql`${spaceId} NOT IN (SELECT it."spaceId" FROM "Delivery" AS it WHERE ${holdsItsSpace(now)})`,
    ...(exceptSpaces.length > 0 ? [isNotAmong(kind, spaceId, exceptSpaces)] : []),
    ...exceptPlatforms.map((platform) => Prisma.sql`${ofSpace('platform', kind)} <> ${platform}`),
    ...unwanted.flatMap((one) => notIn(kind, one)),
  ];
}

function notIn(kind: StoreKind, { letters, others, space, workspace }: Unwanted): Prisma.Sql[] {
  const letter = Prisma.sql`it."letter"`;
  // What the letters are not, they may be anywhere.
  const allowed = others ? isAmong(kind, letter, letters) : isNotAmong(kind, letter, letters);
  const unless = (condition: Prisma.Sql) => Prisma.sql`(${allowed} OR ${condition})`;
  return [
    ...(space.length > 0 ? [unless(isNotAmong(kind, Prisma.sql`it."spaceId"`, space))] : []),
    ...(workspace.length > 0 ? [unless(isNotAmong(kind, ofSpace('workspaceId', kind), workspace))] : []),
  ];
}

/** Of the space of a delivery; looked up for each one, so that the order of the index is kept. */
function ofSpace(column: 'platform' | 'workspaceId', kind: StoreKind): Prisma.Sql {
  const cast = kind === 'postgresql' ? '::text' : '';
  return Prisma.raw(`(SELECT s."${column}"${cast} FROM "Space" AS s WHERE s."id" = it."spaceId")`);
}

/** A delivery that is in hand, or waits to be tried again. */
function holdsItsSpace(now: Date): Prisma.Sql {
  return Prisma.sql`it."status" IN ('pending', 'leased') AND it."leasedUntil" > ${now}`;
}
