import { type PlatformName, Prisma } from './generated/sqlite/client.ts';
import { kindOf } from './kind.ts';
import { parseCells } from './rows.ts';
import type { Db } from './scope.ts';
import { arrayOf, isAmong } from './sql.ts';

/** How a member is called: a line for each account of theirs, or one without any. */
export interface NameLine {
  readonly memberId: string;
  readonly coalitionId: string;
  readonly name: string;
  readonly account: NameAccount | null;
}

interface NameAccount {
  readonly id: string;
  readonly platform: PlatformName;
  readonly workspaceId: string;
  readonly accountId: string;
}

type Cells = [string, string, string, string | null, PlatformName, string, string];

const columns = Prisma.raw('m."id", m."coalitionId", p."name", a."id", a."platform", a."workspaceId", a."accountId"');

/** How members are called, in no order, by one statement. */
export async function findNames(db: Db, memberIds: readonly string[]): Promise<NameLine[]> {
  if (memberIds.length === 0) return [];
  const kind = kindOf(db);
  const [found] = await db.$queryRaw<[{ readonly rows: string }]>`
    SELECT ${arrayOf(kind, columns)} AS "rows" FROM "Member" AS m
    JOIN "Person" AS p ON p."id" = m."personId" LEFT JOIN "Account" AS a ON a."personId" = p."id"
    WHERE ${isAmong(kind, Prisma.sql`m."id"`, memberIds)}`;
  return parseCells(found.rows).map((cells) => toLine(cells as Cells));
}

function toLine([memberId, coalitionId, name, id, platform, workspaceId, accountId]: Cells): NameLine {
  const account = id === null ? null : { id, platform, workspaceId, accountId };
  return { memberId, coalitionId, name, account };
}
