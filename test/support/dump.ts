import type { Convener } from '../../src/main.ts';

/**
 * What a story left in the store, without what differs from one telling to the next: ids, moments, codes. People are
 * called as `names` says, so that the same story with other people can be compared.
 */
export async function dump({ store }: Pick<Convener, 'store'>, names: Readonly<Record<string, string>>) {
  const { db } = store;
  const oldestFirst = { orderBy: { id: 'asc' } } as const;
  const members = await db.member.findMany({ ...oldestFirst, include: { person: true } });
  const callById = new Map(members.map(({ id, person }) => [id, names[person.name] ?? person.name]));
  const tasks = await db.task.findMany(oldestFirst);
  const callTaskById = new Map(tasks.map(({ id, number }) => [id, `task ${number}`]));
  const call = (id: string | null) => (id === null ? null : (callById.get(id) ?? callTaskById.get(id) ?? 'another'));
  const callAll = (data: object) =>
    Object.fromEntries(Object.entries(data).map(([key, id]) => [key, call(String(id))]));

  const audits = await db.audit.findMany(oldestFirst);
  const deliveries = await db.delivery.findMany(oldestFirst);
  return {
    coalitions: (await db.coalition.findMany(oldestFirst)).map(({ name, zone, locale }) => ({ name, zone, locale })),
    members: members.map(({ id, role, sector, area, leftAt }) => ({
      who: call(id),
      ...{ role, sector, area },
      left: leftAt !== null,
    })),
    tasks: tasks.map((task) => {
      const { number, title, notes, status, dueWall, dueZone, dueAt, version } = task;
      const people = { author: call(task.authorId), owner: call(task.ownerId), finisher: call(task.finisherId) };
      return { number, title, notes, status, dueWall, dueZone, dueAt, version, ...people };
    }),
    audits: audits.map(({ verb, memberId, subjectId, data }) => ({
      verb,
      by: call(memberId),
      subject: call(subjectId),
      data: verb === 'task.assigned' ? callAll(data as object) : data,
    })),
    deliveries: deliveries.map(({ letter, subjectId, data, status, attempts, reason }) => ({
      ...{ letter, status, attempts, reason },
      subject: call(subjectId),
      data: callAll(data as object),
    })),
  };
}
