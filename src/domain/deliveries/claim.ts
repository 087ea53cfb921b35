import type { PlatformName } from '../../core/rich-text.ts';
import { alone } from '../../store/alone.ts';
import { type Found, findDue, findHeldSpaces, findLeft, type Search, type Unwanted } from '../../store/find-due.ts';
import {
  type Coalition,
  type Delivery,
  PlatformName as PlatformNames,
  type Space,
} from '../../store/generated/sqlite/client.ts';
import { leaseDue, leaseLeft } from '../../store/lease.ts';
import { findRows } from '../../store/rows.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import { cardLetters } from './cards.ts';
import { type Candidate, compareByDue, takeTurns } from './turns.ts';

const platformNames = Object.values(PlatformNames);
const cardEdits: string[] = Object.values(cardLetters).map(({ edit }) => edit);

/** Who takes how many, and for how long they are theirs. */
export interface Claim {
  readonly now: Date;
  readonly limit: number;
  readonly leaseMs: number;
  /** A name that no other process bears. */
  readonly worker: string;
  /** What is due within so many milliseconds is worth taking already: whoever takes it waits for its moment. */
  readonly leadMs?: number;
  /** Where something is taken, what is due within so many milliseconds is taken along. No less than `leadMs`. */
  readonly aheadMs?: number;
  /** How many at most of a space, and of a coalition; 1 and all by default. */
  readonly perSpace?: (spaceId: string) => number;
  readonly perCoalition?: number;
  /** Spaces of which none is wanted now. */
  readonly exceptSpaces?: readonly string[];
  /** Where the platform takes no posts now, and where no edits of cards: those are not held up by each other. */
  readonly waiting?: { readonly post: Places; readonly edit: Places };
  /** Coalitions of which enough is in hand, so that it is the others' turn. */
  readonly exceptCoalitions?: readonly string[];
  /** The platforms that the worker speaks to: what is for another waits for whoever does. All where not given. */
  readonly platforms?: readonly PlatformName[];
}

/** By id: single spaces, and workspaces with all their spaces. */
interface Places {
  readonly space: readonly string[];
  readonly workspace: readonly string[];
}

/** A delivery in hand, with where it goes and for whom. */
export type ClaimedDelivery = Delivery & {
  readonly space: Space;
  readonly coalition: Coalition;
  /** Whoever had it before may have sent it and not come to say so. */
  readonly inDoubt: boolean;
};

/**
 * Takes what is due, oldest first: of each space its oldest, and none while another of that space is in hand or waits
 * to be tried again, so that a space hears things in order. Coalitions take turns. What was in hand too long is taken
 * again. Two workers never get the same one, nor two of one space: what was looked up is checked again in a
 * transaction in which only one worker is at a time.
 *
 * Of those that a process left behind in a space only one may have been sent, as it says them one after the other. Which
 * one, the order does not tell: whoever took them since may have begun with an older one and be gone, too. So each of
 * them is in doubt.
 */
export async function claimDeliveries(db: Db, claim: Claim): Promise<ClaimedDelivery[]> {
  const found = await findCandidates(db, claim);
  if (!found.some(isUrgent(claim))) return [];
  const candidates = takeTurns(found, claim);
  const taken = await alone(db, async (tx) => lease(db, tx, await withoutHeld(db, tx, candidates, claim.now), claim));
  const [spaces, coalitions] = await Promise.all([
    findRows(db, 'Space', 'id', distinct(taken.map(({ spaceId }) => spaceId))),
    findRows(db, 'Coalition', 'id', distinct(taken.map(({ coalitionId }) => coalitionId))),
  ]);
  const spaceOf = byId(spaces);
  const coalitionOf = byId(coalitions);
  return taken.map((row) =>
    Object.assign(row, { space: spaceOf(row.spaceId), coalition: coalitionOf(row.coalitionId) }),
  );
}

/**
 * When to look next for what cannot be claimed now: so many milliseconds before something is due, or when something
 * comes free. Null where nothing waits.
 */
export async function nextDue(db: Db, now: Date, leadMs = 0): Promise<Date | null> {
  const [pending, retried, inHand] = await Promise.all([
    findFirstDue(db, new Date(now.getTime() + leadMs)),
    findFirstFree(db, 'pending', now),
    findFirstFree(db, 'leased', now),
  ]);
  const look = pending && new Date(pending.getTime() - leadMs);
  const moments = [look, retried, inHand].filter((moment) => moment !== null);
  return moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null;
}

async function findFirstDue(db: Db, after: Date): Promise<Date | null> {
  const first = await db.delivery.findFirst({
    where: { status: 'pending', dueAt: { gt: after } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { dueAt: true },
  });
  return first?.dueAt ?? null;
}

async function findFirstFree(db: Db, status: 'pending' | 'leased', now: Date): Promise<Date | null> {
  const first = await db.delivery.findFirst({
    where: { status, leasedUntil: { gt: now } },
    orderBy: { leasedUntil: 'asc' },
    select: { leasedUntil: true },
  });
  return first?.leasedUntil ?? null;
}

/** Taking a little at a time costs as much as taking much, so what has time yet waits for more. */
function isUrgent({ now, leadMs = 0 }: Claim): (candidate: Candidate) => boolean {
  return ({ dueAt }) => dueAt.getTime() <= now.getTime() + leadMs;
}

/** By when something must be due to be taken. */
function dueBy({ now, aheadMs = 0 }: Claim): Date {
  return new Date(now.getTime() + aheadMs);
}

/** What was left behind, and the oldest of what is due. */
async function findCandidates(db: Db, claim: Claim): Promise<Found[]> {
  const { now, limit, exceptSpaces = [], exceptCoalitions = [], platforms } = claim;
  const search: Search = {
    ...{ now, dueBy: dueBy(claim), limit, exceptSpaces, exceptCoalitions, unwanted: toUnwanted(claim) },
    exceptPlatforms: platformNames.filter((name) => platforms && !platforms.includes(name)),
  };
  const [left, first] = await Promise.all([findLeft(db, search), findDue(db, { ...search, limit: 2 * limit })]);
  const others = await lookPast(db, search, first);
  return [...left, ...first, ...others].sort(compareByDue);
}

/** An edit may overtake a post and be overtaken by it: it shows its card as it is by then, and a card that stands. */
function toUnwanted({ waiting }: Claim): Unwanted[] {
  if (!waiting) return [];
  const { post, edit } = waiting;
  return [
    { letters: cardEdits, others: true, ...post },
    { letters: cardEdits, others: false, ...edit },
  ];
}

/** Where a few coalitions fill all that was looked at, the others are looked at as well: it is their turn, too. */
async function lookPast(db: Db, search: Search, first: readonly Candidate[]): Promise<Found[]> {
  const { limit, exceptCoalitions } = search;
  const seen = distinct(first.map(({ coalitionId }) => coalitionId));
  if (first.length < 2 * limit || seen.length >= limit) return [];
  return findDue(db, { ...search, exceptCoalitions: [...exceptCoalitions, ...seen] });
}

async function withoutHeld(db: Db, tx: DbTx, candidates: readonly Found[], now: Date): Promise<Found[]> {
  const held = await findHeldSpaces(db, tx, distinct(candidates.map(({ spaceId }) => spaceId)), now);
  return candidates.filter(({ spaceId }) => !held.has(spaceId));
}

/** What was left behind may have been sent. */
async function lease(db: Db, tx: DbTx, candidates: readonly Found[], claim: Claim) {
  const { now, leaseMs, worker } = claim;
  const by = { worker, now, until: new Date(now.getTime() + leaseMs), dueBy: dueBy(claim) };
  const idsOf = (left: boolean) => candidates.filter((one) => one.left === left).map(({ id }) => id);
  const left = await leaseLeft(db, tx, { ...by, ids: idsOf(true) });
  const fresh = await leaseDue(db, tx, { ...by, ids: idsOf(false) });
  const rows = [
    ...left.map((row) => Object.assign(row, { inDoubt: true })),
    ...fresh.map((row) => Object.assign(row, { inDoubt: false })),
  ];
  return rows.sort(compareByDue);
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** Finds by id what must be there. */
function byId<T extends { readonly id: string }>(rows: readonly T[]): (id: string) => T {
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = known.get(id);
    if (!row) throw new Error(`there is no row ${id}`);
    return row;
  };
}
