import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics } from '../../src/web/metrics.ts';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

const noon = new Date('2027-03-01T12:00:00Z');
const nothing = { due: 0, oldest: null };

describe('metrics', () => {
  it('tell what waits, by platform, as it is when they are read', async () => {
    let waiting = nothing as { due: number; oldest: Date | null };
    const { routes } = createMetrics({
      platforms: ['slack', 'discord'],
      waiting: async (platform) => (platform === 'slack' ? waiting : nothing),
      now: () => noon,
    });
    const read = async () => (await routes.request('/metrics')).text();
    assert.match(await read(), /convener_deliveries_due\{platform="slack"\} 0/);
    waiting = { due: 3, oldest: new Date('2027-03-01T11:58:30Z') };
    const words = await read();
    assert.match(words, /convener_deliveries_due\{platform="slack"\} 3/);
    assert.match(words, /convener_delivery_oldest_due_seconds\{platform="slack"\} 90/);
    assert.match(words, /convener_delivery_oldest_due_seconds\{platform="discord"\} 0/);
  });

  it('count what became of deliveries, and how late they were', async () => {
    const { counters, routes } = createMetrics({ platforms: [], waiting: async () => nothing, now: () => noon });
    const about = { platform: 'slack', letter: 'reminder.due' } as const;
    counters.delivery({ ...about, outcome: 'sent', lateMs: 400 });
    counters.delivery({ ...about, outcome: 'sent', lateMs: -20 });
    counters.delivery({ ...about, outcome: 'skipped', reason: 'expired' });
    const response = await routes.request('/metrics');
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=/);
    const words = await response.text();
    assert.match(words, /_total\{platform="slack",letter="reminder.due",outcome="sent",reason=""\} 2/);
    assert.match(words, /_total\{platform="slack",letter="reminder.due",outcome="skipped",reason="expired"\} 1/);
    assert.match(words, /convener_delivery_lateness_seconds_bucket\{le="0.05",platform="slack"\} 1/);
    assert.match(words, /convener_delivery_lateness_seconds_bucket\{le="0.5",platform="slack"\} 2/);
  });

  it('of a bot at work hold no words of people', async (t) => {
    const log = createListeningLog();
    const convener = await startTestConvener(t, { log });
    const { sam } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await sam.ask('/task done T-99');
    await actor(convener.slack, 'Sam').ask('/task secretword');
    await untilAllSaid(convener, log);
    const words = await (await fetch(`http://127.0.0.1:${convener.port}/metrics`)).text();
    assert.match(words, /convener_invocations_total\{platform="slack",operation="task.add",outcome="done"\} 1/);
    assert.match(words, /operation="task.done",outcome="task.not-found"\} 1/);
    assert.match(words, /letter="task.card.post",outcome="sent",reason=""\} 1/);
    assert.match(words, /convener_delivery_lateness_seconds_count\{platform="discord"\} [1-9]/);
    assert.doesNotMatch(words, /secretword|food bank|Sam|T-99/);
  });
});
