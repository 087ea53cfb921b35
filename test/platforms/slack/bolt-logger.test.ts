import assert from 'node:assert/strict';
import { it } from 'node:test';
import { toBoltLogger } from '../../../src/platforms/slack/bolt-logger.ts';
import { createListeningLog } from './bench.ts';

it('passes on what the SDK complains of, and nothing of what people say', () => {
  const log = createListeningLog();
  const logger = toBoltLogger(log);
  logger.debug('payload', { text: 'secret words' });
  logger.info('payload', { text: 'secret words' });
  logger.warn('late ack');
  logger.error(new Error('lost'), { text: 'secret words' });
  assert.deepEqual(log.complaints, [
    'slack sdk {"sdk":["late ack"]}',
    'slack sdk {"sdk":["Error: lost","[object Object]"]}',
  ]);
});
