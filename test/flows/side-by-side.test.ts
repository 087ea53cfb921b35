import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { inviteBy } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

/** Riverside in the first channel, Hillside in the second, both of Slack. */
async function conveneTwo(t: Parameters<typeof startTestConvener>[0]) {
  const convener = await startTestConvener(t);
  const { slack } = convener;
  const riverside = { maria: actor(slack, 'Maria'), sam: actor(slack, 'Sam') };
  const hillside = { maria: actor(slack, 'Maria', 'random'), ruth: actor(slack, 'Ruth', 'random') };
  await riverside.maria.ask('/profile set locale:en');
  await riverside.maria.ask('/coalition create Riverside');
  await hillside.maria.ask('/coalition create Hillside');
  return { convener, riverside, hillside };
}

describe('two coalitions side by side', () => {
  it('know nothing of each other’s tasks, goals and members', async (t) => {
    const { riverside, hillside } = await conveneTwo(t);
    await riverside.sam.ask('/task add Call the food bank');
    assert.match(await hillside.ruth.ask('/task show T-1'), /There is no task T-1/);
    assert.match(await hillside.ruth.ask('/task done T-1'), /There is no task T-1/);
    assert.match(await hillside.ruth.ask('/task add Sweep owner:@Sam Rivera'), /T-1/);
    assert.doesNotMatch(await hillside.ruth.ask('/task list status:all'), /food bank/);
    assert.match(await riverside.sam.ask('/task list owner:@Ruth'), /Ruth Okafor is not a member of this coalition/);
  });

  it('cannot revoke each other’s codes', async (t) => {
    const { convener, riverside, hillside } = await conveneTwo(t);
    const hillsideCode = await inviteBy(hillside.maria);
    const code = await inviteBy(riverside.maria);
    await riverside.maria.ask('/coalition unlink');
    await riverside.maria.pressing('Unlink it');
    await riverside.maria.ask(`/coalition link ${hillsideCode}`);
    assert.match(await riverside.maria.pressing('Revoke this code'), /belongs to a coalition that does not meet/);
    const { revokedAt } = await convener.store.db.inviteCode.findUniqueOrThrow({ where: { code } });
    assert.equal(revokedAt, null);
  });

  it('leave each other’s buttons without effect where a channel changed hands', async (t) => {
    const { convener, riverside, hillside } = await conveneTwo(t);
    const { store, slack } = convener;
    await riverside.sam.ask('/task add Call the food bank');
    await riverside.sam.see(/T-1 · Call the food bank.*Status/);
    const code = await inviteBy(hillside.maria);
    await hillside.ruth.ask('/task add Sweep the hall');
    await riverside.maria.ask('/coalition unlink');
    await riverside.maria.pressing('Unlink it');
    await riverside.maria.ask(`/coalition link ${code}`);

    const aisha = actor(slack, 'Aisha');
    for (const label of ['Done', 'Take it', 'Drop…']) {
      assert.match(await aisha.pressing(label), /belongs to a coalition that does not meet in this channel/);
    }
    const tasks = await store.db.task.findMany({ orderBy: { createdAt: 'asc' } });
    assert.deepEqual(
      tasks.map(({ title, status, ownerId }) => ({ title, status, ownerId })),
      [
        { title: 'Call the food bank', status: 'open', ownerId: null },
        { title: 'Sweep the hall', status: 'open', ownerId: null },
      ],
    );
    assert.equal(await store.db.member.count({ where: { person: { name: { startsWith: 'Aisha' } } } }), 0);
  });
});
