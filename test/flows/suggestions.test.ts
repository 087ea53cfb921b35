import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('while somebody types in Discord', () => {
  it('tasks are offered by reference and title, also to whoever is no member yet, which typing changes not', async (t) => {
    const convener = await startTestConvener(t);
    const { kai, sam } = await conveneOnBoth(convener);
    await kai.ask('/task add title:Call the food bank');
    await kai.ask('/task add title:Draw the flyer');
    await sam.ask('/task done T-1');
    await kai.ask('/reminder add text:Bring the keys when:2030-03-15');
    const offered = async (person: typeof kai, text: string) =>
      (await convener.discord.suggest(person.id, person.channelId, text)).map(({ label }) => label);

    assert.deepEqual(await offered(kai, '/task done task:'), ['T-2 Draw the flyer']);
    assert.deepEqual(await offered(kai, '/task reopen task:'), ['T-1 Call the food bank']);
    assert.deepEqual(await offered(kai, '/task show task:fly'), ['T-2 Draw the flyer']);
    const noor = actor(convener.discord, 'Noor');
    assert.deepEqual(await offered(noor, '/task done task:'), ['T-2 Draw the flyer']);
    assert.deepEqual(await offered(noor, '/reminder cancel reminder:'), []);
    assert.equal(await convener.store.db.member.count({ where: { person: { name: 'Noor Haddad' } } }), 0);
  });

  it('zones and languages are offered to anybody', async (t) => {
    const { discord } = await startTestConvener(t);
    const kai = actor(discord, 'Kai');
    const zones = await discord.suggest(kai.id, kai.channelId, '/profile set timezone:chic');
    assert.ok(zones.some(({ label }) => label === 'America/Chicago'));
    const locales = await discord.suggest(kai.id, kai.channelId, '/profile set locale:');
    assert.deepEqual(
      locales.map(({ label }) => label),
      ['English', 'español'],
    );
  });
});
