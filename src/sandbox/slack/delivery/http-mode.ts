import { createHmac } from 'node:crypto';
import { parseJson } from '../web-api/arguments.ts';
import type { Deliver, Delivery } from './delivery.ts';

export interface HttpModeParts {
  /** The bot's request URL, the same for events, commands and interactivity. */
  readonly url: string;
  readonly signingSecret: string;
  /** How long Slack waits for an ack, in milliseconds. */
  readonly patience: number;
}

/** Delivery by signed HTTP requests; the response is the ack. */
export function createHttpMode({ url, signingSecret, patience }: HttpModeParts): Deliver {
  return async (delivery) => {
    const body = toBody(delivery);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { ...toHeaders(delivery), ...sign(signingSecret, body) },
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      if (!response.ok) return { outcome: 'refused' };
      return { outcome: 'acked', payload: text === '' ? undefined : (parseJson(text) ?? text) };
    } catch (error) {
      return { outcome: error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
    }
  };
}

function toBody({ kind, payload }: Delivery): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(Object.entries(payload).map(([name, value]) => [name, String(value)])).toString();
}

function toHeaders({ kind, retry }: Delivery): Record<string, string> {
  return {
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
  };
}

/** Slack's signature, version 0. The bot compares its time with the real one, so the sandbox's clock has no say. */
export function sign(secret: string, body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}
