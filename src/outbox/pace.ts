import type { PlatformName } from '../core/rich-text.ts';
import { type CallKind, limits, refusedScope, type Scope } from './limits.ts';
import type { Meter } from './meters.ts';

/** A channel, or somebody's own conversation with the bot, by an id of ours. */
export interface PacedSpace {
  readonly id: string;
  readonly platform: PlatformName;
  readonly workspaceId: string;
}

/** By which calls a delivery is said; looks come before these, where they are needed. */
export type SaidKind = Exclude<CallKind, 'look'>;

/** Where calls of a kind must wait: the ids of single spaces, and of workspaces with all their spaces. */
export type WaitingFor = Readonly<Record<Scope, readonly string[]>>;
export type Waiting = Readonly<Record<SaidKind, WaitingFor>>;

/** Keeps the platforms' pace, so that none has to say 429. Moments are milliseconds, by any one clock. */
export interface Pace {
  readonly note: (space: PacedSpace, kind: CallKind, now: number) => void;
  /** Notes when the call that was noted at `begun` was answered. */
  readonly answered: (space: PacedSpace, kind: CallKind, begun: number, now: number) => void;
  /** Notes that the platform said 429, and until when it wants to hear nothing like it. */
  readonly refused: (space: PacedSpace, kind: CallKind, until: number) => void;
  /** How many calls a space takes at once; endlessly many where nothing is known to hinder. */
  readonly room: (space: PacedSpace, kind: CallKind, now: number) => number;
  /** How many of both kinds are worth taking at once for a space of which only the id is known. */
  readonly share: (spaceId: string, now: number) => number;
  /** Since when there is room, or from when on there will be. */
  readonly freeAt: (space: PacedSpace, kind: CallKind) => number;
  readonly waiting: (now: number) => Waiting;
  /** When something that waits is free; none where nothing waits. */
  readonly endings: (now: number) => readonly number[];
  /** So many processes use up together what a workspace allows; each is taken to make as many calls. */
  readonly shareAmong: (processes: number) => void;
}

const nowhere: WaitingFor = { space: [], workspace: [] };
const nothing: Waiting = { post: nowhere, edit: nowhere };

/** Where the pace does not matter. */
export const unpaced: Pace = {
  note: () => {},
  answered: () => {},
  refused: () => {},
  room: () => Number.POSITIVE_INFINITY,
  share: () => Number.POSITIVE_INFINITY,
  freeAt: () => 0,
  waiting: () => nothing,
  endings: () => [],
  shareAmong: () => {},
};

/** For how long a meter that counts nothing any more is kept, in milliseconds. */
const kept = 60_000;

/** Where nothing is limited that is known. */
const endless: Meter = {
  note: () => {},
  answered: () => {},
  room: () => Number.POSITIVE_INFINITY,
  freeAt: () => 0,
  isIdle: () => true,
};

/** The calls of one kind that are counted together. */
interface Count {
  readonly kind: CallKind;
  readonly scope: Scope;
  readonly id: string;
  readonly meter: Meter;
  /** Until when the platform wants none. */
  refusedUntil: number;
}

/** A meter for each space and workspace that was called lately. */
export function createPace(): Pace {
  const counts = new Map<string, Count>();
  let sharing = 1;

  const countsOf = (space: PacedSpace, kind: CallKind): Count[] =>
    scopes.flatMap((scope) => counts.get(toKey(space, kind, scope)) ?? []);

  const roomAlone = (id: string, kind: CallKind, now: number): number => {
    const count = counts.get(toKey({ id, workspaceId: '' }, kind, 'space'));
    return count ? roomOf(count, now) : Number.POSITIVE_INFINITY;
  };

  const open = (space: PacedSpace, kind: CallKind, scope: Scope): Count => {
    const key = toKey(space, kind, scope);
    const count = counts.get(key) ?? createCount(space, kind, scope);
    counts.set(key, count);
    return count;
  };

  const forgetOld = (now: number) => {
    for (const [key, { meter, refusedUntil }] of counts) {
      if (meter.isIdle(now - kept) && refusedUntil <= now) counts.delete(key);
    }
  };

  const findFull = (now: number) =>
    [...counts.values()].filter((count) => count.kind !== 'look' && roomOf(count, now) === 0);

  return {
    note: (space, kind, now) => {
      for (const { scope } of limits[space.platform][kind]) {
        const { meter } = open(space, kind, scope);
        const calls = scope === 'workspace' ? sharing : 1;
        for (let call = 1; call <= calls; call += 1) meter.note(now);
      }
    },
    answered: (space, kind, begun, now) => {
      for (const { meter } of countsOf(space, kind)) meter.answered(begun, now);
    },
    refused: (space, kind, until) => {
      const count = open(space, kind, refusedScope[space.platform]);
      count.refusedUntil = Math.max(count.refusedUntil, until);
    },
    room: (space, kind, now) => Math.min(...countsOf(space, kind).map((count) => roomOf(count, now))),
    share: (spaceId, now) => {
      // What has no room is not offered; of what has some, there may be only the one kind.
      const rooms = saidKinds.map((kind) => roomAlone(spaceId, kind, now)).filter((room) => room > 0);
      return rooms.length > 0 ? Math.min(...rooms) : 0;
    },
    freeAt: (space, kind) => Math.max(0, ...countsOf(space, kind).map(freeAtOf)),
    waiting: (now) => {
      forgetOld(now);
      const full = findFull(now);
      return { post: toWaitingFor(full, 'post'), edit: toWaitingFor(full, 'edit') };
    },
    endings: (now) => findFull(now).map(freeAtOf),
    shareAmong: (processes) => {
      sharing = processes;
    },
  };
}

const saidKinds: readonly SaidKind[] = ['post', 'edit'];
const scopes: readonly Scope[] = ['space', 'workspace'];

type Ids = Pick<PacedSpace, 'id' | 'workspaceId'>;

function createCount(space: PacedSpace, kind: CallKind, scope: Scope): Count {
  const limit = limits[space.platform][kind].find((one) => one.scope === scope);
  return { kind, scope, id: idOf(space, scope), meter: limit?.meter() ?? endless, refusedUntil: 0 };
}

function idOf({ id, workspaceId }: Ids, scope: Scope): string {
  return scope === 'space' ? id : workspaceId;
}

function toKey(space: Ids, kind: CallKind, scope: Scope): string {
  return `${kind} ${scope} ${idOf(space, scope)}`;
}

function roomOf({ meter, refusedUntil }: Count, now: number): number {
  return now < refusedUntil ? 0 : meter.room(now);
}

function freeAtOf({ meter, refusedUntil }: Count): number {
  return Math.max(meter.freeAt(), refusedUntil);
}

function toWaitingFor(full: readonly Count[], kind: CallKind): WaitingFor {
  const of = (scope: Scope) => full.filter((count) => count.kind === kind && count.scope === scope).map(({ id }) => id);
  return { space: of('space'), workspace: of('workspace') };
}
