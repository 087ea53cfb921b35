import { Hono } from 'hono';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counters } from '../core/ports.ts';
import type { PlatformName } from '../core/rich-text.ts';
import type { Waiting } from '../domain/deliveries/waiting.ts';

/** What the metrics ask when they are read. */
export interface MetricsSources {
  readonly platforms: readonly PlatformName[];
  /** What is due and not said yet on a platform. */
  readonly waiting: (platform: PlatformName) => Promise<Waiting>;
  readonly now: () => Date;
}

/** What is counted, and `GET /metrics`, which tells it in Prometheus' text format. */
export interface Metrics {
  readonly counters: Counters;
  readonly routes: Hono;
}

/** How late something was said and how long an answer took, in seconds: most within a blink, and then the long tail. */
const latenessBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400];
const durationBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** A registry of its own, so that two bots in one process do not count together. Labels are codes, never words. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  addWaiting(registry, sources);
  const counters = { ...countDeliveries(registry), ...countInvocations(registry) };
  const routes = new Hono().get('/metrics', async (c) =>
    c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  return { counters, routes };
}

/** Asked of the store, so that every process that shares it tells the same. */
function addWaiting(registry: Registry, { platforms, waiting, now }: MetricsSources): void {
  const add = (name: string, help: string, read: (found: Waiting) => number) =>
    new Gauge({
      ...{ name, help, labelNames: ['platform'] as const, registers: [registry] },
      async collect() {
        for (const platform of platforms) this.set({ platform }, read(await waiting(platform)));
      },
    });
  add('convener_deliveries_due', 'Deliveries that are due and not said', ({ due }) => due);
  add('convener_delivery_oldest_due_seconds', 'Since how long the oldest of them is due; 0 where none is', (found) =>
    found.oldest ? (now().getTime() - found.oldest.getTime()) / 1_000 : 0,
  );
}

function countDeliveries(registry: Registry): Pick<Counters, 'delivery'> {
  const registers = [registry];
  const settled = new Counter({
    name: 'convener_deliveries_total',
    help: 'What became of deliveries: sent, skipped, held, retried, failed',
    labelNames: ['platform', 'letter', 'outcome', 'reason'] as const,
    registers,
  });
  const lateness = new Histogram({
    name: 'convener_delivery_lateness_seconds',
    help: 'How long after it was due a delivery was sent',
    labelNames: ['platform'] as const,
    buckets: latenessBuckets,
    registers,
  });
  return {
    delivery: ({ platform, letter, outcome, reason = '', lateMs }) => {
      settled.inc({ platform, letter, outcome, reason });
      if (lateMs !== undefined) lateness.observe({ platform }, Math.max(0, lateMs) / 1_000);
    },
  };
}

function countInvocations(registry: Registry): Pick<Counters, 'invocation'> {
  const labelNames = ['platform', 'operation', 'outcome'] as const;
  const registers = [registry];
  const invocations = new Counter({
    name: 'convener_invocations_total',
    help: 'What people did, and what it came to: done, repetition, incident, or the code of an error',
    labelNames,
    registers,
  });
  const duration = new Histogram({
    name: 'convener_invocation_duration_seconds',
    help: 'How long it took until there was an answer',
    labelNames: ['platform'] as const,
    buckets: durationBuckets,
    registers,
  });
  return {
    invocation: ({ platform, operation, outcome, ms }) => {
      invocations.inc({ platform, operation, outcome });
      duration.observe({ platform }, ms / 1_000);
    },
  };
}
