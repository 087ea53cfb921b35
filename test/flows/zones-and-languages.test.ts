import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('a person’s zone and language', () => {
  it('are guessed from what the platform says, until they say otherwise', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const dani = actor(discord, 'Dani');
    assert.match(await sam.ask('/profile show'), /America\/Los_Angeles \(a guess.*English \(a guess/);
    assert.match(await dani.ask('/profile show'), /UTC \(el valor general.*español \(una suposición/);

    await sam.ask('/profile set timezone:Madrid locale:español quiet:21:00-08:00 reminders:dm');
    const shown = await sam.ask('/profile show');
    assert.match(shown, /Europe\/Madrid.*español.*21:00.*08:00/);
    assert.doesNotMatch(shown, /Los_Angeles|suposición/);
    await dani.ask('/profile set timezone:São Paulo');
    assert.match(await dani.ask('/profile show'), /America\/Sao_Paulo/);
  });

  it('are shown as dates are read: by the coalition, where nobody says, and by the other account once it is linked', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    const direct = actor(convener.discord, 'Kai', 'direct');
    const { zone } = await convener.store.db.coalition.findFirstOrThrow();
    assert.notEqual(zone, 'America/Los_Angeles');
    assert.ok((await kai.ask('/profile show')).includes(`${zone} (as in your coalition`));
    assert.match(await direct.ask('/profile show'), /UTC \(the default here/);
    await kai.ask('/coalition join');
    assert.ok((await direct.ask('/profile show')).includes(`${zone} (as in your coalition`));

    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await kai.ask('/profile link'))?.[0] ?? '';
    await sam.ask(`/profile link ${code}`);
    await sam.pressing('Yes, it is mine');
    await kai.ask('/profile show');
    assert.match(await kai.pressing('Yes, it is mine'), /America\/Los_Angeles \(a guess from your account/);
    assert.match(await kai.ask('/profile show'), /America\/Los_Angeles \(a guess from your account/);
    await kai.ask('/task add title:At six where Sam is due:2030-03-15 18:00');
    const { dueZone } = await convener.store.db.task.findFirstOrThrow();
    assert.equal(dueZone, 'America/Los_Angeles');
  });

  it('decide how their dates are read', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add In the zone of Slack due:2030-03-15 18:00');
    await kai.ask('/profile set timezone:Tokyo');
    await kai.ask('/task add title:In the zone of their own due:2030-03-15 18:00');
    await kai.ask('/task add title:To the end of the day due:2030-03-15');

    const tasks = await convener.store.db.task.findMany({ orderBy: { number: 'asc' } });
    assert.deepEqual(
      tasks.map(({ dueWall, dueZone, dueAt }) => [dueWall, dueZone, dueAt?.toISOString()]),
      [
        ['2030-03-15T18:00', 'America/Los_Angeles', '2030-03-16T01:00:00.000Z'],
        ['2030-03-15T18:00', 'Asia/Tokyo', '2030-03-15T09:00:00.000Z'],
        ['2030-03-15', 'Asia/Tokyo', '2030-03-15T14:59:00.000Z'],
      ],
    );
  });

  it('must be ones that I know', async (t) => {
    const { slack, discord, store } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const kai = actor(discord, 'Kai');
    assert.match(await sam.ask('/profile set timezone:Atlantis'), /I do not know the time zone Atlantis/);
    assert.match(await kai.ask('/profile set timezone:Atlantis'), /I do not know the time zone Atlantis/);
    assert.match(await sam.ask('/profile set locale:Klingon'), /I do not speak Klingon yet/);
    assert.match(await kai.ask('/profile set quiet:late'), /I cannot read late as quiet hours/);
    assert.match(await sam.ask('/profile set reminders:never'), /Choose one of/);
    const people = await store.db.person.findMany();
    assert.deepEqual(
      people.map(({ zone, locale, quietFrom, reminders }) => ({ zone, locale, quietFrom, reminders })),
      Array(2).fill({ zone: null, locale: null, quietFrom: null, reminders: 'here' }),
    );
  });
});
