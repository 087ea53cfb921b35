import type { Platform } from '../src/core/ports.ts';
import type { Receiver } from './receiver.ts';

/** A platform of which every post is one plain call, without any SDK and any limit. */
export function createPlainPlatform({ call }: Receiver): Platform {
  const post = async (place: object, view: object, deliveryId: string) => ({
    ...(place as { platform: 'slack'; workspaceId: string; channelId: string }),
    ...(await call(deliveryId, view)),
  });
  const nothing = async () => {};
  return {
    name: 'slack',
    start: nothing,
    stop: nothing,
    connected: () => true,
    post,
    postDirect: (account, view, deliveryId) => post({ ...account, channelId: account.accountId }, view, deliveryId),
    edit: nothing,
    findPosted: async () => null,
    findPostedDirect: async () => null,
    describeAccount: async () => ({ name: 'Maria', authority: false }),
  };
}
