import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

const inSlack: readonly (readonly [typed: string, answer: RegExp])[] = [
  ['/task ad Call', /I do not know ad here\..*Did you mean `?add`?\?/],
  ['/task add Call colour:red', /I do not know `?colour:`? here.*What I understood: title: Call.*\/task add/],
  ['/task add Call owner:@nobody', /I know nobody called nobody/],
  ['/task add Call owner:<!channel>', /I cannot tell whom|I know nobody/],
  ['/task add Call due:blursday', /I cannot read blursday as a date.*friday.*What I understood: title: Call /],
  ['/task add Call due:2020-01-01', /2020-01-01 means .*2020.*that is over/],
  ['/task add Call due:friday due:monday', /You gave `?due`? more than once/],
  ['/task add Call goal:G-7', /There is no goal G-7/],
  [`/task add ${'x'.repeat(4_000)}`, /title`? is too long: 4,000 characters, and 200 fit/],
  [`/task add Call notes:${'x'.repeat(2_001)}`, /notes`? is too long: 2,001 characters, and 2,000 fit/],
  ['/task add \u200b\u2060\u200e', /title`? is missing/],
  ['/task done T-99', /There is no task T-99/],
  ['/task done banana', /banana is not a task/],
  ['/task done K-1', /K-1 is not a task/],
  ['/task show 99999999999999999999', /is not a task/],
  ['/task list sleeping', /I cannot read sleeping.*`?status`?.*Choose one of: open, done, all.*\/task list/],
  ['/task list status:sleeping', /I cannot read sleeping.*Choose one of/],
  ['/convene show banana', /banana is not a conversation.*\/convene list/],
  [
    '/convene new Circle when:friday 18:00 capacity:1',
    /`?capacity`? cannot be 1\. Say a whole number from 2 to 10,000/,
  ],
  ['/profile set budget:many', /`?budget`? cannot be many\. Say a whole number from 1 to 100\./],
  ['/profile set away:blursday', /I cannot read blursday as a date.*For example:.*\/profile set away:friday/],
  ['/profile set away:2020-01-01', /that is over.*For example:.*\/profile set away:friday/],
  ['/profile set quiet:late', /I cannot read late as quiet hours.*\/profile set timezone:Madrid quiet:21:00-08:00/],
  ['/coalition members role:king', /Choose one of: organizer, facilitator/],
];

const inDiscord: readonly (readonly [typed: string, answer: RegExp])[] = [
  ['/task add title:Call due:blursday', /I cannot read blursday as a date.*friday/],
  ['/task add title:Call due:2020-01-01', /that is over/],
  ['/task add title:Call goal:G-7', /There is no goal G-7/],
  ['/task add title:\u200b\u2060\u200e', /title`? is missing/],
  ['/task done task:T-99', /There is no task T-99/],
  ['/task done task:banana', /banana is not a task/],
  ['/profile set away:2020-01-01', /that is over.*each option in its own field:.*\/profile set away:friday/],
  ['/profile link code:friday', /friday is not a code/],
];

describe('what cannot be done as it was said', () => {
  it('gets a private answer that says what to do, and leaves nothing behind', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai, maria } = await conveneOnBoth(convener);
    const posts = [...maria.posts(), ...kai.posts()];
    for (const [typed, answer] of inSlack) assert.match(await sam.ask(typed), answer, typed);
    for (const [typed, answer] of inDiscord) assert.match(await kai.ask(typed), answer, typed);

    const { db } = convener.store;
    assert.deepEqual([await db.task.count(), await db.delivery.count(), await db.card.count()], [0, 0, 0]);
    assert.deepEqual([...maria.posts(), ...kai.posts()], posts);
  });

  it('names the input that could not be read by the word that stands before its reader', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    for (const person of [sam, kai]) await person.ask('/profile set locale:es');
    const problem = (name: string) => new RegExp(`\`?${name}\`? no puede ser 1\\. Di un número entero de 2 a 10\\.000`);
    assert.match(await kai.ask('/convene new title:Círculo when:viernes 18:00 capacity:1'), problem('plazas'));
    assert.match(await sam.ask('/convene new Círculo when:viernes 18:00 capacity:1'), problem('capacity'));
    await sam.type('/convene new when:viernes 18:00 capacity:1');
    await sam.form();
    await sam.platform.submit(sam.id, { title: 'Círculo' });
    const said = await until([sam.platform], () => sam.platform.modal(sam.id)?.errors.capacity);
    assert.match(said, problem('plazas'));
  });

  it('shows how to write that input in the language of its reader', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    for (const person of [sam, kai]) {
      await person.ask('/profile set locale:es');
      assert.match(await person.ask('/profile set away:2020-01-01'), /Por ejemplo.*\/profile set away:viernes/);
    }
  });

  it('makes nobody a member, and the next try does', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    const { db } = convener.store;
    const members = await db.member.count();
    await sam.ask('/task add Call due:blursday');
    await kai.ask('/task done task:banana');
    assert.match(await sam.ask('/coalition settings name:Mine'), /Only organizers/);
    assert.equal(await db.member.count(), members);

    await sam.ask('/task add Call due:friday');
    assert.equal(await db.member.count(), members + 1);
  });

  it('is answered with help where nothing was said', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    assert.match(await sam.ask('/task'), /\/task add: Add a task for everybody to see/);
    assert.match(await sam.ask('/convener'), /What you can say/);
    assert.match(await sam.pressing('/task'), /\/task add: Add a task for everybody to see/);
    assert.match(await sam.pressing('More about one of them', 'done'), /For example: \/task done T-12.*On Slack/);
    assert.match(await sam.ask('/task help due'), /next tuesday 6pm/);
    const kai = actor(discord, 'Kai');
    await kai.ask('/convener help topic:task');
    assert.match(await kai.pressing('More about one of them', 'list'), /status.*\(open, done, all\).*On Discord/);
  });

  it('is said where no coalition meets', async (t) => {
    const { slack, discord, store } = await startTestConvener(t);
    assert.match(await actor(slack, 'Sam').ask('/task add Call'), /No coalition meets here yet/);
    assert.match(await actor(discord, 'Kai').ask('/task add title:Call'), /No coalition meets here yet/);
    assert.match(await actor(slack, 'Sam', 'direct').ask('/task mine'), /No coalition meets here yet/);
    assert.equal(await store.db.member.count(), 0);
  });
});
