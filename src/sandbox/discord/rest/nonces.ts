import type { Json } from '../json.ts';

/** "The past few minutes" in which Discord holds nonces, in milliseconds. */
const held = 3 * 60_000;

/** Which message a nonce stands for, where the bot asked that it be enforced. */
export interface Nonces {
  /** The id of the message that was posted with that nonce, in the past few minutes. */
  readonly find: (channelId: string, body: Json) => string | null;
  readonly remember: (channelId: string, body: Json, messageId: string) => void;
}

export function createNonces(now: () => Date): Nonces {
  const posted = new Map<string, { messageId: string; at: number }>();
  const keyOf = (channelId: string, { nonce }: Json) => `${channelId} ${nonce}`;
  return {
    find: (channelId, body) => {
      if (body.enforce_nonce !== true || body.nonce == null) return null;
      const known = posted.get(keyOf(channelId, body));
      return known && now().getTime() - known.at <= held ? known.messageId : null;
    },
    remember: (channelId, body, messageId) => {
      if (body.nonce == null) return;
      posted.set(keyOf(channelId, body), { messageId, at: now().getTime() });
    },
  };
}
