import type { Place } from '../../core/invocation.ts';
import type { Platform, PostedMessage } from '../../core/ports.ts';
import type { View } from '../../core/view.ts';
import type { Clients } from './clients.ts';
import { isRefusal, toPlatformError } from './failures.ts';
import { toMessage } from './render.ts';

/** Marks our posts, so that one can be found again by the delivery it was sent for. */
const deliveryType = 'convener_delivery';

/** How far back a post is looked for: it was made moments ago. */
const pagesLookedThrough = 3;
const messagesPerPage = 100;

/** Posts to channels, as the outbox needs them. */
export function createPosts(clients: Clients): Pick<Platform, 'post' | 'edit' | 'findPosted'> {
  return {
    post: (place, view, deliveryId) => asMember(clients, place, () => createPost(clients, place, view, deliveryId)),
    edit: async (message, view) => {
      const { channelId: channel, messageId: ts } = message;
      await clients.sending.chat.update({ channel, ts, ...toMessage(view, message) }).catch(rethrow);
    },
    findPosted: (place, deliveryId) => asMember(clients, place, () => findPost(clients, place, deliveryId)),
  };
}

/** Posts where `place` says; its channel may be the id of an account, which stands for their conversation with us. */
export async function createPost(
  { sending }: Clients,
  place: Place,
  view: View,
  deliveryId: string,
): Promise<PostedMessage> {
  const posted = await sending.chat.postMessage({
    channel: place.channelId,
    ...toMessage(view, place),
    metadata: { event_type: deliveryType, event_payload: { delivery_id: deliveryId } },
    unfurl_links: false,
    unfurl_media: false,
  });
  return { ...addressOf(place), channelId: posted.channel ?? place.channelId, messageId: posted.ts ?? '' };
}

/** The post for that delivery among the latest of the channel; null where there is none. */
export async function findPost({ asking }: Clients, place: Place, deliveryId: string): Promise<PostedMessage | null> {
  let cursor: string | undefined;
  for (let page = 0; page < pagesLookedThrough; page++) {
    const history = await asking.conversations.history({
      channel: place.channelId,
      limit: messagesPerPage,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const found = history.messages?.find(({ metadata }) => isDelivery(metadata, deliveryId));
    if (found?.ts) return { ...addressOf(place), messageId: found.ts };
    cursor = history.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  return null;
}

/** Does it as a member of the channel: a public one is joined, a private one must invite the bot. */
async function asMember<T>({ asking }: Clients, { channelId }: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error, 'not_in_channel')) throw toPlatformError(error);
    await asking.conversations.join({ channel: channelId }).catch(() => rethrow(error));
    return work().catch(rethrow);
  }
}

function rethrow(error: unknown): never {
  throw toPlatformError(error);
}

function addressOf({ platform, workspaceId, channelId }: Place): Omit<PostedMessage, 'messageId'> {
  return { platform, workspaceId, channelId };
}

type Metadata = { readonly event_type?: string; readonly event_payload?: object };

function isDelivery(metadata: Metadata | undefined, deliveryId: string): boolean {
  if (metadata?.event_type !== deliveryType) return false;
  const { delivery_id: id } = (metadata.event_payload ?? {}) as { delivery_id?: unknown };
  return id === deliveryId;
}
