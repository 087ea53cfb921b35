import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

async function turnPages(reader: Actor): Promise<void> {
  const messages = reader.messages().length;
  assert.match(await reader.ask('/task list'), /T-1 .*T-10 .*Page 1 of 3 · 25 tasks/);
  assert.match(await reader.pressing('Next page'), /T-11 .*T-20 .*Page 2 of 3/);
  assert.match(await reader.pressing('Next page'), /T-21 .*T-25 .*Page 3 of 3/);
  assert.match(await reader.pressing('Previous page'), /T-11 .*T-20 .*Page 2 of 3/);
  assert.equal(reader.answers().filter((words) => /Page \d of 3/.test(words)).length, 1, 'the pages take one place');
  assert.ok(reader.messages().length > messages);
  assert.match(await reader.pressing('Show a task', 'T-12'), /T-12 · Task 12.*Status/);
}

describe('a long list', () => {
  it('is turned page by page in its place, on both platforms', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    for (let number = 1; number <= 25; number += 1) await sam.ask(`/task add Task ${number}`);
    await turnPages(sam);
    await turnPages(kai);
  });

  it('keeps what it was asked for from page to page', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    for (let number = 1; number <= 12; number += 1) await kai.ask(`/task add title:Task ${number} owner:@Kai`);
    await kai.ask('/task add title:Of nobody');
    assert.match(await sam.ask('/task list owner:@Kai'), /Page 1 of 2 · 12 tasks/);
    const second = await sam.pressing('Next page');
    assert.match(second, /T-11 .*T-12 /);
    assert.doesNotMatch(second, /Of nobody/);
    assert.match(await kai.ask('/task mine'), /Page 1 of 2 · 12 tasks/);
    assert.match(await kai.pressing('Next page'), /T-12 /);
  });
});
