import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

describe('the log', () => {
  it('has an id for each invocation, and nobody’s words, names or tokens', async (t) => {
    const log = createListeningLog('trace');
    const convener = await startTestConvener(t, { log });
    const { sam, kai, code } = await conveneOnBoth(convener);
    const { slack, discord } = convener;
    await sam.ask('/task add Call the food bank notes:Ask for Saturdays owner:@Sam Rivera');
    await sam.ask('/task add Sweep due:blursday');
    await sam.ask('/task ad Sweep');
    await kai.see(/T-1 · Call.*Status/);
    slack.faults.refuse('chat.postMessage', { status: 200, error: 'internal_error' });
    discord.faults.refuse('POST /channels', { status: 400 });
    await kai.ask('/task done task:T-1');
    await sam.see(/T-1 · Call.*Done by/);
    await untilAllSaid(convener, log);

    const invocations = log.said('invocation');
    assert.ok(invocations.length >= 7);
    assert.ok(
      invocations.every(
        ({ invocation, operation, platform, outcome }) => invocation && operation && platform && outcome,
      ),
    );
    assert.equal(new Set(invocations.map(({ invocation }) => invocation)).size, invocations.length);
    const secrets = [
      ...['food bank', 'Saturdays', 'blursday', 'Sweep', 'Riverside'],
      ...['Sam', 'Rivera', 'Nakamura', 'López', 'Herrera', code],
      ...[slack.botToken, slack.appToken, discord.token],
    ];
    for (const line of log.lines) {
      for (const secret of secrets) assert.ok(!line.includes(secret), `${secret} in ${line}`);
    }
  });

  it('tells of what nobody expected by the id that the person is shown, still without their words', async (t) => {
    const log = createListeningLog();
    const convener = await startTestConvener(t, { log });
    const { sam, kai } = await conveneOnBoth(convener);
    await convener.store.db.$executeRaw`ALTER TABLE "Task" RENAME TO "Elsewhere"`;
    for (const [somebody, typed] of [
      [sam, '/task add Call the food bank'],
      [kai, '/task add title:Call the food bank'],
    ] as const) {
      const answer = await somebody.ask(typed);
      assert.match(answer, /Something went wrong on my side/);
      const id = /\b[0-9a-f]{8}\b/.exec(answer)?.[0];
      const [line, ...others] = log.said('invocation failed').filter(({ invocation }) => invocation === id);
      assert.ok(line && others.length === 0);
      assert.equal(line.operation, 'task.add');
      assert.ok((line.err as { stack: readonly string[] }).stack.length > 0);
    }
    for (const line of log.lines) assert.ok(!line.includes('food bank'), line);
  });
});
