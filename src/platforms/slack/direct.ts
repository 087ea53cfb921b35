import { PlatformError } from '../../core/errors.ts';
import type { Platform } from '../../core/ports.ts';
import type { Clients } from './clients.ts';
import { toPlatformError } from './failures.ts';
import { createPost, findPost } from './posts.ts';

/**
 * Posts to people's own conversations with the bot. Slack takes an account's id for that conversation, so nothing is
 * opened for a post; only who wants to read there must know the conversation's own id.
 */
export function createDirectPosts(clients: Clients): Pick<Platform, 'postDirect' | 'findPostedDirect'> {
  return {
    postDirect: ({ platform, workspaceId, accountId }, view, deliveryId) =>
      orClosed(() => createPost(clients, { platform, workspaceId, channelId: accountId }, view, deliveryId)),

    findPostedDirect: ({ platform, workspaceId, accountId }, deliveryId) =>
      orClosed(async () => {
        const { channel } = await clients.asking.conversations.open({ users: accountId });
        return findPost(clients, { platform, workspaceId, channelId: channel?.id ?? accountId }, deliveryId);
      }),
  };
}

/** Where no channel could be reached, here it is the person who could not. */
async function orClosed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failed = toPlatformError(error);
    throw failed.failure === 'unreachable' ? new PlatformError('closed', failed.message, { cause: error }) : failed;
  }
}
