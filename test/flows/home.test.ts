import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import { type Actor, actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { findControl, wordsOf } from '../support/seen.ts';

/** What a person's App Home shows once it shows that. */
async function seeHome(person: Actor, words: RegExp): Promise<string> {
  await person.platform.openHome(person.id);
  return until([person.platform], () => {
    const home = person.platform.home(person.id);
    const shown = home ? wordsOf({ payload: home as Record<string, unknown> }) : '';
    return words.test(shown) ? shown : null;
  });
}

describe('the App Home in Slack', () => {
  it('says what one can say, before one is a member of anything', async (t) => {
    const { slack, store } = await startTestConvener(t);
    await seeHome(actor(slack, 'Sam'), /What you can say/);
    assert.equal(await store.db.member.count(), 0);
  });

  it('shows a member their open tasks, as they are by now', async (t) => {
    const { slack } = await startTestConvener(t);
    await actor(slack, 'Maria').ask('/coalition create Riverside');
    const sam = actor(slack, 'Sam');
    await sam.ask('/coalition join');
    await seeHome(sam, /You have no open tasks/);
    await sam.ask('/task add Call the food bank owner:me');
    await seeHome(sam, /Your open tasks.*Call the food bank/);

    await sam.ask('/task done T-1');
    await seeHome(sam, /You have no open tasks/);
  });

  it('shows the conversations one comes to, and the same is said in either chat', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth({ slack, discord });
    await maria.ask('/convene new Listening circle when:in 3 days 18:00');
    await maria.ask('/convene new Council presentation when:in 2 days 18:00');
    assert.match(await sam.ask('/convener next'), /No conversation of yours is coming/);
    await sam.ask('/convene rsvp C-1 answer:yes');
    await seeHome(
      sam,
      /What is next for you.*Your conversations C-1 · Listening circle · .*you are coming.*open tasks.*\/coalition/,
    );
    await kai.ask('/convene rsvp conversation:C-1 answer:maybe');
    const next = await kai.ask('/convener next');
    assert.match(next, /Your conversations (- )?C-1 · Listening circle/);
    assert.doesNotMatch(next, /Council|\/coalition/);
  });

  it('answers its buttons in the direct conversation', async (t) => {
    const { slack } = await startTestConvener(t);
    const sam = actor(slack, 'Sam', 'direct');
    await seeHome(sam, /What you can say/);
    const help = findControl(slack.home(sam.id), '/task');
    assert.ok(help);
    await slack.press(sam.id, 'home', help);
    await sam.see(/\/task add: Add a task for everybody to see/);
  });
});
