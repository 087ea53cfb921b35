import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { conveneOnBoth, inviteBy } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

const day = 24 * 60 * 60_000;

describe('a channel', () => {
  it('is linked on the other platform by a code that its organizer was given', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.type('/coalition show');
    assert.match(await sam.see(/Compassionate Riverside.*general on Discord/), /general on Slack/);
    await kai.type('/coalition show');
    await kai.see(/general on Slack/);
  });

  it('is not linked by a code that is wrong, revoked or a week old', async (t) => {
    const { slack, discord, clock, store } = await startTestConvener(t);
    const maria = actor(slack, 'Maria');
    const luz = actor(discord, 'Luz');
    await maria.ask('/profile set locale:en');
    await luz.ask('/profile set locale:en');
    await maria.ask('/coalition create Riverside');

    assert.match(await luz.ask('/coalition link code:ZZZZ-ZZZZ'), /I do not know this code/);
    assert.match(await luz.ask('/coalition link code:friday'), /friday is not a code/);

    const revoked = await inviteBy(maria);
    assert.match(await maria.pressing('Revoke this code'), /is of no more use/);
    assert.match(await luz.ask(`/coalition link code:${revoked}`), /I do not know this code/);

    const old = await inviteBy(maria);
    clock.moveTo(new Date(clock.now().getTime() + 7 * day));
    assert.match(await luz.ask(`/coalition link code:${old}`), /no longer valid/);
    assert.equal(await store.db.space.count(), 1);
  });

  it('belongs to one coalition at a time', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, code } = await conveneOnBoth(convener);
    assert.match(await maria.ask(`/coalition link ${code}`), /Este canal ya pertenece/);
    assert.match(await maria.ask('/coalition create Another'), /Este canal ya pertenece/);
  });

  it('hears nothing more once it is unlinked, and its old cards stay as they were', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, luz, kai, sam } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await kai.see(/T-1 · Call the food bank.*Status/);
    assert.match(await luz.ask('/coalition unlink'), /equipo de organización/);
    assert.match(await maria.ask('/coalition unlink'), /ya no es/);
    assert.match(await sam.ask('/task list'), /No coalition meets here yet/);

    await kai.ask('/task done task:T-1');
    await kai.see(/T-1 · Call the food bank.*Done by/s);
    assert.ok(sam.posts().some((post) => /T-1 · Call the food bank.*Open/.test(post)));
    const told = await convener.store.db.delivery.findMany({
      where: { letter: 'task.finished' },
      include: { space: true },
    });
    assert.deepEqual(
      told.map(({ space }) => space.platform),
      ['discord'],
    );
  });
});
