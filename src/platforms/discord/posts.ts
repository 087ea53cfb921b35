import { createHash } from 'node:crypto';
import {
  type APIMessage,
  ComponentType,
  MessageFlags,
  type REST,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Place } from '../../core/invocation.ts';
import type { PostedMessage } from '../../core/ports.ts';
import { limits } from './limits.ts';
import type { DiscordMessage } from './render.ts';

/**
 * A delivery as the number that marks its post. Discord returns a nonce only while it creates the post, so the
 * container carries the mark: its `id` stays in the post as it was given. 31 bits, kept above the ids that Discord
 * gives to the other components (1, 2, 3 …): among the hundred posts that are looked at, two deliveries share a mark
 * once in about twenty million looks.
 */
export function toMark(deliveryId: string): number {
  return (hash(deliveryId).readUInt32BE() >>> 1) | (1 << 16);
}

/** The same within the length of a nonce, by which Discord takes a repetition within minutes for the first post. */
function toNonce(deliveryId: string): string {
  return hash(deliveryId).toString('base64url').slice(0, limits.message.nonce);
}

function hash(deliveryId: string): Buffer {
  return createHash('sha256').update(deliveryId).digest();
}

/** Posts a rendered message. Notifies those whom it mentions, and nobody else. */
export async function createPost(
  rest: REST,
  place: Place,
  { components, mentions }: DiscordMessage,
  deliveryId: string,
): Promise<PostedMessage> {
  const body: RESTPostAPIChannelMessageJSONBody = {
    components: [...components],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], users: [...mentions] },
    nonce: toNonce(deliveryId),
    enforce_nonce: true,
  };
  const { id } = (await rest.post(Routes.channelMessages(place.channelId), { body })) as APIMessage;
  return { ...place, messageId: id };
}

/** Changes a post. Nobody is notified: they were when it was new. */
export async function editPost(rest: REST, posted: PostedMessage, { components }: DiscordMessage): Promise<void> {
  const body: RESTPatchAPIChannelMessageJSONBody = {
    components: [...components],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
  await rest.patch(Routes.channelMessage(posted.channelId, posted.messageId), { body });
}

/** Our post with that delivery's mark among the latest of the channel; null where there is none. */
export async function findPost(
  rest: REST,
  place: Place,
  botId: string,
  deliveryId: string,
): Promise<PostedMessage | null> {
  const query = new URLSearchParams({ limit: String(limits.message.history) });
  const messages = (await rest.get(Routes.channelMessages(place.channelId), { query })) as APIMessage[];
  const mark = toMark(deliveryId);
  const found = messages.find(({ author, components }) => author.id === botId && hasMark(components, mark));
  return found ? { ...place, messageId: found.id } : null;
}

function hasMark(components: APIMessage['components'], mark: number): boolean {
  return components?.some(({ type, id }) => type === ComponentType.Container && id === mark) ?? false;
}
