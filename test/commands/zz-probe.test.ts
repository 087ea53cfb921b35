import { it } from 'node:test';
import { actor } from '../support/acting.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
it('x', async (t) => {
  const log = createListeningLog();
  const conv = await startTestConvener(t, { log });
  const maria = actor(conv.slack, 'Maria');
  const said = await maria.ask('/coalition create Compassionate Riverside timezone:UTC locale:en').catch((e) => `${e}`);
  console.log(said, JSON.stringify(maria.messages()).slice(0,1500));
});
