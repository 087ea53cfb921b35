import { Hono } from 'hono';

/** What readiness is made of: each part by name, and whether it works right now. */
export type Readiness = Readonly<Record<string, boolean>>;

/**
 * `GET /health`: the process lives. `GET /ready`: 200 where everything it needs works, else 503, with each part by
 * name either way.
 */
export function createHealthRoutes(readiness: () => Promise<Readiness>): Hono {
  return new Hono()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const parts = await readiness();
      const ready = Object.values(parts).every(Boolean);
      return c.json({ status: ready ? 'ready' : 'waiting', parts }, ready ? 200 : 503);
    });
}
