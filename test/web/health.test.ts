import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHealthRoutes } from '../../src/web/health.ts';

describe('health', () => {
  it('is that the process lives, whatever else does not', async () => {
    const routes = createHealthRoutes(async () => ({ store: false }));
    const response = await routes.request('/health');
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
  });

  it('is not readiness, which names each part', async () => {
    const parts = { store: true, slack: true };
    const ready = await createHealthRoutes(async () => parts).request('/ready');
    assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', parts }]);
    const waiting = await createHealthRoutes(async () => ({ ...parts, slack: false })).request('/ready');
    assert.deepEqual(
      [waiting.status, await waiting.json()],
      [503, { status: 'waiting', parts: { store: true, slack: false } }],
    );
  });
});
