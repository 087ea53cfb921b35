import type { AccountFacts } from '../../../src/core/invocation.ts';
import type { Platform } from '../../../src/core/ports.ts';
import type { PlatformName } from '../../../src/core/rich-text.ts';
import type { View } from '../../../src/core/view.ts';
import type { Clock } from '../../../src/time/clock.ts';
import type { Book, Entry } from './book.ts';
import { thingsIn } from './things.ts';

interface Surroundings {
  readonly clock: Clock;
  readonly book: Book;
  readonly describe: (accountId: string) => AccountFacts;
}

/** A platform that takes everything at once, and writes down what came when. */
export function createReceivingPlatform(name: PlatformName, { clock, book, describe }: Surroundings): Platform {
  let posted = 0;
  const note = (where: string, deliveryId: Entry['deliveryId'], view: View) =>
    book.note({ at: clock.now().toISOString(), platform: name, where, deliveryId, about: thingsIn(view) });
  const nothing = async () => {};
  const nextId = () => {
    posted += 1;
    return `${name}-${posted}`;
  };
  return {
    name,
    start: nothing,
    stop: nothing,
    connected: () => true,
    post: async (place, view, deliveryId) => {
      note(place.channelId, deliveryId, view);
      return { ...place, messageId: nextId() };
    },
    postDirect: async ({ workspaceId, accountId }, view, deliveryId) => {
      note(accountId, deliveryId, view);
      return { platform: name, workspaceId, channelId: accountId, messageId: nextId() };
    },
    edit: async ({ channelId }, view) => note(channelId, null, view),
    findPosted: async () => null,
    findPostedDirect: async () => null,
    describeAccount: async (_workspaceId, accountId) => describe(accountId),
  };
}
