import type { Actor } from './acting.ts';
import { wordsOf } from './seen.ts';
import type { Sending } from './sending.ts';
import { tickAt } from './ticking.ts';

/** What has come due by then is said then. */
export async function goTo(sending: Sending, moment: string): Promise<void> {
  sending.clock.moveTo(new Date(moment));
  await tickAt(sending.store, moment);
  await sending.drain();
}

/** What became of the letters of a kind about conversations, sorted: `discord sent`, `slack Sam skipped not-coming`. */
export async function conversationFates({ store }: Sending, letter: string): Promise<string[]> {
  const rows = await store.db.delivery.findMany({
    where: { letter: `conversation.${letter}` },
    include: { space: true, recipient: { include: { person: true } } },
  });
  return rows
    .map(({ space, status, reason, recipient }) =>
      [space.platform, recipient?.person.name, status, reason].filter(Boolean).join(' '),
    )
    .toSorted();
}

/** The posts that somebody sees whose words match. */
export function postsAbout(viewer: Actor, about: RegExp): string[] {
  return viewer.posts().filter((post) => about.test(post));
}

/** Whom the newest post whose words match notifies, by their ids on the platform. */
export function notifiedBy(viewer: Actor, about: RegExp): string[] {
  const message = viewer.messages().findLast((each) => about.test(wordsOf(each)));
  const ids = JSON.stringify(message?.payload ?? {}).match(/(?<="user_id":"|<@)[A-Z0-9]+/g) ?? [];
  return [...new Set(ids)];
}
