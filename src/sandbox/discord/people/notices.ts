import type { Json } from '../json.ts';
import { postMessage } from '../messages.ts';
import { messageFlag } from '../model.ts';
import { botUser } from '../seed.ts';
import type { World } from '../world.ts';

/**
 * What a client tells one person by itself, without any words of a bot:
 * `failed` the bot did not answer in time; `unknown` no such command here;
 * `missing` required options, `unreadable` options whose value cannot be sent, by their names.
 */
export type Notice =
  | { readonly failed: true }
  | { readonly unknown: string }
  | { readonly missing: readonly string[] }
  | { readonly unreadable: readonly string[] };

/** Ids of the messages that are notices, with what they say. */
export type Notices = Map<string, Notice & Json>;

/** Shows a notice to that person alone. The bot never learns of it. */
export function showNotice(world: World, notices: Notices, personId: string, channelId: string, notice: Notice): void {
  const channel = world.channels.get(channelId);
  if (!channel) return;
  // Known as a notice before anybody looks.
  const message = postMessage(
    { ...world, changed: () => {} },
    { channel, author: botUser, body: {}, privateTo: personId, flags: messageFlag.ephemeral },
  );
  notices.set(message.api.id, { ...notice });
  world.changed();
}
