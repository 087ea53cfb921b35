import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { inTransaction, type ScopedDb } from '../../src/store/scope.ts';
import { openTestStore } from '../support/store.ts';

const now = new Date('2027-03-01T12:00:00Z');

/** Two coalitions with the same kinds of rows, sharing one person; `mine` is bound to the first. */
async function openTwoCoalitions(t: TestContext) {
  const { db, inCoalition } = await openTestStore(t);
  const person = await db.person.create({ data: { name: 'Maria', createdAt: now } });
  const fill = async (name: string) => {
    const { id } = await db.coalition.create({ data: { name, zone: 'UTC', locale: 'en', createdAt: now } });
    const member = await db.member.create({ data: { coalitionId: id, personId: person.id, joinedAt: now } });
    const task = { coalitionId: id, number: 1, title: `${name}'s task`, authorId: member.id, createdAt: now };
    const { id: taskId } = await db.task.create({ data: task });
    await db.counter.create({ data: { coalitionId: id, kind: 'task', last: 1 } });
    return { id, memberId: member.id, taskId };
  };
  const own = await fill('Own');
  const other = await fill('Other');
  const otherRows = () =>
    Promise.all([
      db.coalition.findMany({ where: { id: other.id } }),
      db.task.findMany({ where: { coalitionId: other.id } }),
      db.member.findMany({ where: { coalitionId: other.id } }),
      db.counter.findMany({ where: { coalitionId: other.id } }),
    ]);
  return { db, mine: inCoalition(own.id), own, other, otherRows, personId: person.id };
}

type Two = Awaited<ReturnType<typeof openTwoCoalitions>>;

const nothingFound: Record<string, (mine: ScopedDb, two: Two) => Promise<unknown>> = {
  findUnique: (mine, { other }) => mine.task.findUnique({ where: { id: other.taskId } }),
  'findUnique with a compound key': (mine, { other }) =>
    mine.task.findUnique({ where: { coalitionId_number: { coalitionId: other.id, number: 1 } } }),
  'findUnique of the coalition': (mine, { other }) => mine.coalition.findUnique({ where: { id: other.id } }),
  findFirst: (mine, { other }) => mine.task.findFirst({ where: { coalitionId: other.id } }),
  'findFirst past an OR': (mine, { other }) =>
    mine.task.findFirst({ where: { OR: [{ coalitionId: other.id }, { id: other.taskId }] } }),
  'findFirst past a NOT': (mine, { own }) => mine.task.findFirst({ where: { NOT: { coalitionId: own.id } } }),
  'findFirst past an AND': (mine, { other }) => mine.task.findFirst({ where: { AND: { coalitionId: other.id } } }),
};

for (const [name, find] of Object.entries(nothingFound)) {
  test(`${name} finds nothing of another coalition`, async (t) => {
    const two = await openTwoCoalitions(t);
    assert.equal(await find(two.mine, two), null);
  });
}

test('lists, counts and groups hold the rows of the coalition alone', async (t) => {
  const { mine, own, other } = await openTwoCoalitions(t);
  const tasks = await mine.task.findMany({ where: { id: { in: [own.taskId, other.taskId] } } });
  const groups = await mine.task.groupBy({ by: ['coalitionId'], _count: true });
  const { _count: aggregated } = await mine.task.aggregate({ _count: true });
  assert.deepEqual(
    tasks.map(({ id }) => id),
    [own.taskId],
  );
  assert.deepEqual(groups, [{ coalitionId: own.id, _count: 1 }]);
  assert.equal(aggregated, 1);
  assert.equal(await mine.task.count(), 1);
  assert.equal(await mine.task.count({ where: { coalitionId: other.id } }), 0);
  assert.equal(await mine.coalition.count(), 1);
});

const refused: Record<string, (mine: ScopedDb, two: Two) => Promise<unknown>> = {
  update: (mine, { other }) => mine.task.update({ where: { id: other.taskId }, data: { title: 'taken' } }),
  'update of the coalition': (mine, { other }) =>
    mine.coalition.update({ where: { id: other.id }, data: { name: 'taken' } }),
  'update that moves a row away': (mine, { own, other }) =>
    mine.task.update({ where: { id: own.taskId }, data: { coalitionId: other.id } }),
  'updateMany that moves rows away': (mine, { other }) => mine.task.updateMany({ data: { coalitionId: other.id } }),
  delete: (mine, { other }) => mine.task.delete({ where: { id: other.taskId } }),
  create: (mine, { other }) => mine.goal.create({ data: goal(other.id, 1) }),
  createMany: (mine, { own, other }) => mine.goal.createMany({ data: [goal(own.id, 1), goal(other.id, 2)] }),
  createManyAndReturn: (mine, { other }) => mine.goal.createManyAndReturn({ data: [goal(other.id, 1)] }),
  upsert: (mine, { other }) =>
    mine.counter.upsert({
      where: { coalitionId_kind: { coalitionId: other.id, kind: 'task' } },
      create: { coalitionId: other.id, kind: 'task', last: 9 },
      update: { last: 9 },
    }),
  'upsert that creates its own over a foreign row': (mine, { own, other }) =>
    mine.task.upsert({
      where: { id: other.taskId },
      create: { ...task(own.id, own.memberId), id: other.taskId },
      update: { title: 'taken' },
    }),
  'nested update': (mine, { own, other }) =>
    mine.coalition.update({
      where: { id: own.id },
      data: { tasks: { connect: { id: other.taskId } } },
    }),
  'nested write from a person': (mine, { personId, other }) =>
    mine.person.update({
      where: { id: personId },
      data: { members: { update: { where: { id: other.memberId }, data: { role: 'organizer' } } } },
    }),
  'raw SQL': async (mine) => mine.$executeRaw`DELETE FROM "Task"`,
};

for (const [name, write] of Object.entries(refused)) {
  test(`${name} throws and leaves another coalition as it is`, async (t) => {
    const two = await openTwoCoalitions(t);
    const before = await two.otherRows();
    await assert.rejects(write(two.mine, two));
    assert.deepEqual(await two.otherRows(), before);
  });
}

test('updateMany and deleteMany change no row of another coalition', async (t) => {
  const { mine, other, otherRows } = await openTwoCoalitions(t);
  const before = await otherRows();
  const named = { where: { id: other.taskId } };
  assert.deepEqual(await mine.task.updateMany({ ...named, data: { title: 'taken' } }), { count: 0 });
  assert.deepEqual(await mine.task.updateManyAndReturn({ ...named, data: { title: 'taken' } }), []);
  assert.deepEqual(await mine.task.deleteMany(named), { count: 0 });
  assert.deepEqual(await mine.task.deleteMany(), { count: 1 });
  assert.deepEqual(await otherRows(), before);
});

test('its own rows are created, found, changed and deleted', async (t) => {
  const { mine, own } = await openTwoCoalitions(t);
  await mine.goal.createMany({ data: [goal(own.id, 1), goal(own.id, 2)] });
  const key = { coalitionId_number: { coalitionId: own.id, number: 2 } };
  assert.equal((await mine.goal.findUniqueOrThrow({ where: key })).number, 2);
  assert.equal((await mine.goal.update({ where: key, data: { title: 'New' } })).title, 'New');
  assert.equal((await mine.goal.delete({ where: key })).title, 'New');
  assert.equal((await mine.coalition.findFirstOrThrow()).id, own.id);
  const counter = { coalitionId: own.id, kind: 'task' };
  const upsert = { where: { coalitionId_kind: counter }, create: { ...counter, last: 1 }, update: { last: 7 } };
  assert.equal((await mine.counter.upsert(upsert)).last, 7);
});

test('a transaction keeps the scope, nested ones too', async (t) => {
  const { mine, other, otherRows } = await openTwoCoalitions(t);
  const before = await otherRows();
  const counts = await inTransaction(mine, async (tx) => {
    const nested = await tx.$transaction((inner) => inner.task.count());
    return [await tx.task.count(), nested, (await tx.task.deleteMany({ where: { id: other.taskId } })).count];
  });
  assert.deepEqual(counts, [1, 1, 0]);
  const [listed] = await mine.$transaction([mine.task.findMany(), mine.task.count()]);
  assert.equal(listed.length, 1);
  assert.deepEqual(await otherRows(), before);
});

test('the way through a person does not lead to their other coalitions', async (t) => {
  const { mine, own, personId } = await openTwoCoalitions(t);
  const person = await mine.person.findUniqueOrThrow({ where: { id: personId }, include: { members: true } });
  const task = await mine.task.findFirstOrThrow({
    select: {
      author: { select: { person: { select: { members: { where: {} }, _count: { select: { members: true } } } } } },
    },
  });
  const ids = (members: readonly { id: string }[]) => members.map(({ id }) => id);
  assert.deepEqual(ids(person.members), [own.memberId]);
  assert.deepEqual(ids(task.author.person.members), [own.memberId]);
  assert.equal(task.author.person._count.members, 1);
});

function goal(coalitionId: string, number: number) {
  return { coalitionId, number, title: 'A goal', createdAt: now };
}

function task(coalitionId: string, authorId: string) {
  return { coalitionId, number: 2, title: 'A task', authorId, createdAt: now };
}
