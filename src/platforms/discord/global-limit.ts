import type { RESTOptions } from 'discord.js';
import { alone, type FindPart, partOf } from '../../core/part.ts';

type Request = RESTOptions['makeRequest'];

/** So many `calls` in any `length` milliseconds. */
interface GlobalLimit {
  readonly calls: number;
  readonly length: number;
}

/** Discord's documentation, "Rate Limits": fifty requests a second for a bot. A timer may come a little early. */
const ofDiscord: GlobalLimit = { calls: 50, length: 1_002 };

/**
 * Makes requests within this process's part of the limit for all of a bot's together; answers to interactions are not
 * counted. discord.js has a limit of its own, whose seconds begin when a call is sent and Discord's when one arrives, so
 * that at its full speed it is refused now and then. Here a call counts until a second after its answer: wherever in
 * between it arrived, Discord's second is over by then.
 */
export function toLimited(request: Request, findPart: FindPart = alone, limit: GlobalLimit = ofDiscord): Request {
  const waiting: (() => void)[] = [];
  let counting = 0;
  let admitting = false;

  /** Those who came first go first, each by what is known of this process's part when its turn comes. */
  const admit = async () => {
    if (admitting) return;
    admitting = true;
    while (waiting.length > 0) {
      const part = await findPart();
      if (counting >= partOf(limit.calls, part)) break;
      counting += 1;
      waiting.shift()?.();
    }
    admitting = false;
  };

  const enter = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    void admit();
    return promise;
  };

  const leave = () => {
    counting -= 1;
    void admit();
  };

  return async (url, init) => {
    if (isOfInteraction(url)) return request(url, init);
    await enter();
    try {
      return await request(url, init);
    } finally {
      setTimeout(leave, limit.length).unref();
    }
  };
}

/** "Interaction endpoints are not bound to the bot's Global Rate Limit" (there): nobody waits behind what is posted. */
function isOfInteraction(url: string): boolean {
  return /\/(interactions|webhooks)\/\d+\/[^/]+/.test(url);
}
