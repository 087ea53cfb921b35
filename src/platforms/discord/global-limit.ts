import type { RESTOptions } from 'discord.js';
import { createSlots } from '../../core/slots.ts';

type Request = RESTOptions['makeRequest'];

/** So many `calls` in any `length` milliseconds. */
interface GlobalLimit {
  readonly calls: number;
  readonly length: number;
}

/** Discord's documentation, "Rate Limits": fifty requests a second for a bot. A timer may come a little early. */
const ofDiscord: GlobalLimit = { calls: 50, length: 1_002 };

/**
 * Makes requests within the limit for all of a bot's together; answers to interactions are not counted. discord.js has
 * a limit of its own, whose seconds begin when a call is sent and Discord's when one arrives, so that at its full speed it
 * is refused now and then. Here a call counts until a second after its answer: wherever in between it arrived, Discord's
 * second is over by then.
 */
export function toLimited(request: Request, { calls, length }: GlobalLimit = ofDiscord): Request {
  const { enter } = createSlots(calls);
  return async (url, init) => {
    if (isOfInteraction(url)) return request(url, init);
    const leave = await enter();
    try {
      return await request(url, init);
    } finally {
      setTimeout(leave, length).unref();
    }
  };
}

/** "Interaction endpoints are not bound to the bot's Global Rate Limit" (there): nobody waits behind what is posted. */
function isOfInteraction(url: string): boolean {
  return /\/(interactions|webhooks)\/\d+\/[^/]+/.test(url);
}
