import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('a date in a form that cannot be read', () => {
  it('is mended at its field in Slack', async (t) => {
    const convener = await startTestConvener(t);
    const { sam } = await conveneOnBoth(convener);
    await sam.type('/task add');
    await sam.form();
    await sam.platform.submit(sam.id, { title: 'Call the food bank', due: 'someday soon' });
    const { errors } = await sam.form();
    assert.deepEqual(Object.keys(errors), ['due']);
    assert.match(errors.due ?? '', /I cannot read someday soon as a date.*friday/s);
    assert.match(await sam.submit({ title: 'Call the food bank', due: '2030-03-15' }), /Added T-1/);
    assert.equal(await convener.store.db.task.count(), 1);
  });

  it('is answered in Discord with a button that opens the form again, nothing lost', async (t) => {
    const convener = await startTestConvener(t);
    const { kai } = await conveneOnBoth(convener);
    await kai.ask('/task list');
    await kai.press('Add a task');
    await kai.form();
    const answer = await kai.submit({ title: 'Draw the flyer', due: 'someday soon', notes: 'In two languages' });
    assert.match(answer, /I cannot read someday soon as a date.*Open the form again/);

    await kai.press('Open the form again');
    const { title, due, notes } = (await kai.form()).values;
    assert.deepEqual([title, due, notes], ['Draw the flyer', 'someday soon', 'In two languages']);
    assert.match(await kai.submit({ due: '2030-03-15' }), /Added T-1/);
    await until([convener.discord], () =>
      kai.posts().some((post) => /T-1 · Draw the flyer.*In two languages/.test(post)),
    );
  });
});
