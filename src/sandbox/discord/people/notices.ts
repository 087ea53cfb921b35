import { postMessage } from '../messages.ts';
import { messageFlag } from '../model.ts';
import { botUser } from '../seed.ts';
import type { World } from '../world.ts';

/**
 * What a client tells one person by itself, without any words of a bot:
 * `failed` the bot did not answer in time; `unknown` no such command here;
 * `missing` required options, `unreadable` options whose value cannot be sent, by the names that the person sees.
 */
export type Notice =
  | { readonly failed: true }
  | { readonly unknown: string }
  | { readonly missing: readonly string[] }
  | { readonly unreadable: readonly string[] };

/** Shows a notice to that person alone. The bot never learns of it. */
export function showNotice(world: World, personId: string, channelId: string, notice: Notice): void {
  const channel = world.channels.get(channelId);
  if (!channel) return;
  const flags = messageFlag.ephemeral;
  postMessage(world, { channel, author: botUser, body: {}, privateTo: personId, flags, notice: { ...notice } });
}
