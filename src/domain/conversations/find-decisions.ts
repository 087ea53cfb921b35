import MiniSearch from 'minisearch';
import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { ScopedDb } from '../../store/scope.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { foldName } from '../people/names.ts';

/** A decision, and where it was taken. */
export interface FoundDecision {
  readonly text: string;
  /** The number of the conversation, and which time of it where that is one of a series. */
  readonly number: number;
  readonly occurrence: number | null;
  readonly title: string;
  readonly startsAt: Date;
}

/** One page of decisions. */
export interface DecisionPage extends Page {
  readonly coalitionId: string;
  readonly decisions: readonly FoundDecision[];
}

/** How many stand on a page, and among how many of the newest words are looked for. */
const limits = { perPage: 10, searched: 5_000 };

const parts = { occurrence: { include: { conversation: true } } } as const;
const newestFirst = [{ occurrence: { startsAt: 'desc' } }, { position: 'asc' }, { id: 'asc' }] as const;

/**
 * One page of what a coalition decided: the newest first, or with words to look for what fits best. Words are found by
 * their beginning, without accents and with a letter or two mistaken; all of them, or where nothing has all, any.
 */
export async function findDecisions(
  { db, coalition }: Acting,
  { query, page }: { readonly query?: string | undefined; readonly page?: number | undefined },
): Promise<DecisionPage> {
  const ids = query === undefined ? null : await searchFor(db, query);
  const place = toPage(page, ids?.length ?? (await db.decision.count()), limits.perPage);
  const skip = (place.page - 1) * limits.perPage;
  const rows = ids
    ? await loadInOrder(db, ids.slice(skip, skip + limits.perPage))
    : await db.decision.findMany({ include: parts, orderBy: [...newestFirst], skip, take: limits.perPage });
  return { ...place, coalitionId: coalition.id, decisions: rows.map(toFound) };
}

type Row = Prisma.DecisionGetPayload<{ include: typeof parts }>;

async function loadInOrder(db: ScopedDb, ids: readonly string[]): Promise<Row[]> {
  const rows = await db.decision.findMany({ where: { id: { in: [...ids] } }, include: parts });
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

async function searchFor(db: ScopedDb, query: string): Promise<string[]> {
  const rows = await db.decision.findMany({
    orderBy: [...newestFirst],
    take: limits.searched,
    select: { id: true, text: true, occurrence: { select: { conversation: { select: { title: true } } } } },
  });
  const index = new MiniSearch<{ id: string; text: string; title: string }>({
    fields: ['text', 'title'],
    processTerm: foldName,
    searchOptions: { boost: { text: 2 }, prefix: true, fuzzy: (term) => (term.length > 3 ? 0.25 : false) },
  });
  index.addAll(rows.map(({ id, text, occurrence }) => ({ id, text, title: occurrence.conversation.title })));
  const all = index.search(query, { combineWith: 'AND' });
  const found = all.length > 0 ? all : index.search(query);
  return found.map(({ id }) => String(id));
}

function toFound({ text, occurrence: { number: occurrence, startsAt, conversation } }: Row): FoundDecision {
  const { number, title, rule } = conversation;
  return { text, number, title, startsAt, occurrence: rule === null ? null : occurrence };
}
