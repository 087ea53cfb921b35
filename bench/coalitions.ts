import type { Db } from '../src/store/scope.ts';

/** Coalitions with an organizer, one space and a finished task each, of which can be told. */
export interface Coalitions {
  readonly count: number;
  /** Writes deliveries: the `index`-th goes to that coalition, and is due then. Returns their ids, in that order. */
  readonly announce: (
    count: number,
    plan: (index: number) => { readonly coalition: number; readonly dueAt: Date; readonly space?: number },
  ) => Promise<string[]>;
}

const now = new Date();
const chunk = 1_000;

/** `spaces`: how many the first coalition has; the others have one. */
export async function foundCoalitions(db: Db, count: number, spaces = 1): Promise<Coalitions> {
  const all = Array.from({ length: count }, (_, index) => index);
  const createdAt = now;
  await inChunks(all, async (some) => {
    await db.coalition.createMany({
      data: some.map((n) => ({
        id: `c${n}`,
        name: `Coalition ${n}`,
        zone: 'America/Chicago',
        locale: 'en',
        createdAt,
      })),
    });
    await db.person.createMany({ data: some.map((n) => ({ id: `p${n}`, name: `Person ${n}`, createdAt })) });
    await db.account.createMany({
      data: some.map((n) => ({ personId: `p${n}`, ...inSlack, accountId: `U${n}`, name: `Person ${n}`, createdAt })),
    });
    await db.member.createMany({
      data: some.map((n) => ({
        id: `m${n}`,
        coalitionId: `c${n}`,
        personId: `p${n}`,
        role: 'organizer',
        joinedAt: now,
      })),
    });
    await db.space.createMany({ data: some.map((n) => toSpace(n, 0)) });
    const done = { status: 'done', finishedAt: now, createdAt } as const;
    await db.task.createMany({
      data: some
        .map((n) => ({ id: `t${n}`, coalitionId: `c${n}`, number: 1, title: 'Call the food bank', ...done }))
        .map((task, index) => ({ ...task, authorId: `m${some[index]}`, finisherId: `m${some[index]}` })),
    });
  });
  await db.space.createMany({ data: Array.from({ length: spaces - 1 }, (_, index) => toSpace(0, index + 1)) });
  let announced = 0;
  return {
    count,
    announce: async (length, plan) => {
      const rows = Array.from({ length }, (_, index) => {
        const { coalition, dueAt, space = 0 } = plan(index);
        const id = `d${String(announced++).padStart(9, '0')}`;
        const of = { id, coalitionId: `c${coalition}`, spaceId: `s${coalition}.${space}`, subjectId: `t${coalition}` };
        return { ...of, letter: 'task.finished', data: { byId: `m${coalition}` }, dueAt, createdAt };
      });
      await inChunks(rows, async (data) => void (await db.delivery.createMany({ data: [...data] })));
      return rows.map(({ id }) => id);
    },
  };
}

const inSlack = { platform: 'slack', workspaceId: 'T1' } as const;

function toSpace(coalition: number, space: number) {
  const channelId = `C${coalition}.${space}`;
  const place = { ...inSlack, channelId, linkedPlace: `slack/T1/${channelId}`, linkedAt: now };
  return { id: `s${coalition}.${space}`, coalitionId: `c${coalition}`, name: 'general', ...place };
}

async function inChunks<T>(rows: readonly T[], write: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) await write(rows.slice(start, start + chunk));
}
