import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';

describe('what a platform delivers twice', () => {
  it('runs once and is answered once, on both platforms', async (t) => {
    const log = createListeningLog('info');
    const convener = await startTestConvener(t, { log });
    const { sam, kai } = await conveneOnBoth(convener);
    const repetitions = () => log.said('invocation').filter(({ outcome }) => outcome === 'repetition').length;

    sam.platform.faults.repeatInvocations(1);
    await sam.ask('/task add Call the food bank');
    await until([log], () => repetitions() === 1);
    kai.platform.faults.repeatInvocations(1);
    await kai.ask('/task add title:Draw the flyer');
    await until([log], () => repetitions() === 2);

    await sam.see(/T-2 · Draw the flyer.*Status/);
    await kai.see(/T-2 · Draw the flyer.*Status/);
    assert.equal(await convener.store.db.task.count(), 2);
    assert.equal(sam.answers().filter((words) => words.includes('Added T-')).length, 1);
    assert.equal(kai.answers().filter((words) => words.includes('Added T-')).length, 1);
  });

  it('presses a button once, on both platforms', async (t) => {
    const log = createListeningLog('info');
    const convener = await startTestConvener(t, { log });
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call.*Status/);
    await sam.ask('/task add Draw the flyer');
    await kai.see(/T-2 · Draw.*Status/);
    await sam.see(/T-2 · Draw.*Status/);
    for (const somebody of [sam, kai]) {
      somebody.platform.faults.repeatInvocations(1);
      await somebody.press('Done');
      await somebody.see(/is done\. Thank you!/);
      if (somebody === sam) await kai.seeNoMore(/T-2 · Draw.*Open/);
    }
    await until([log], () => log.said('invocation').filter(({ outcome }) => outcome === 'repetition').length === 2);
    const verbs = await convener.store.db.audit.findMany({ where: { verb: 'task.finished' } });
    assert.equal(verbs.length, 2);
    for (const somebody of [sam, kai]) {
      assert.equal(somebody.answers().filter((words) => /is done\. Thank you!|is done already/.test(words)).length, 1);
    }
  });
});
