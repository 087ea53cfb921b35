import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { type LetterKind, type LetterPart, readLetter } from '../deliveries/letters.ts';
import { type Addressee, findSpaceTogether, loadAddresses, spacesFor } from './addresses.ts';
import { findAudience, isIndispensable } from './audience.ts';
import { findCalendars } from './calendars.ts';
import { type AboutOccurrence, type Listener, loadListeners, type ReachableMember } from './listeners.ts';

/** How many are named in one post: Discord notifies 100 at most, and some may join before it is sent. */
const mostInPost = 80;

/**
 * To whom a letter for an audience goes: to each who wants to be told directly, and to the spaces where the others are,
 * who are told together; to calendars, where it is for them. Null for a letter that has no audience.
 */
export async function findAddressees(tx: DbTx, about: AboutOccurrence): Promise<readonly Addressee[] | null> {
  if (about.letter === ('conversation.mirror' satisfies LetterKind)) return findCalendars(tx, about.coalitionId);
  if (findAudience(about.letter) === null) return null;
  const listeners = await loadListeners(tx, about);
  const alone = listeners.filter((listener) => isToldAlone(about.letter, listener));
  const together = listeners.filter(
    (listener) => !alone.includes(listener) && wantsToKnow(about.letter, listener.member),
  );
  const groups = await groupBySpace(tx, together);
  const { coalitionId } = about;
  const inSpaces = [...groups].flatMap(([spaceId, group]) =>
    toParts(group).map((part) => ({ coalitionId, recipientId: null, spaceId, ...(part && { part }) })),
  );
  return [...alone.map(toAddressee), ...inSpaces];
}

/**
 * Those who are told together by a delivery to a space, as things are by now. Who came to want it directly since then
 * is among them, who has a delivery of their own is not: each is told once.
 */
export async function loadListenersIn(tx: DbTx, delivery: Delivery): Promise<readonly ReachableMember[]> {
  return (await loadGroup(tx, delivery)).map(({ member }) => member);
}

/** The same with the spaces where they answered; also where the space of the delivery has been closed meanwhile. */
export async function loadGroup(tx: DbTx, delivery: Delivery): Promise<readonly Listener[]> {
  const { part, only } = readGroup(delivery);
  const others = await findToldByOthers(tx, delivery);
  const listeners = await loadListeners(tx, delivery);
  const together = listeners.filter(({ member }) => !others.has(member.id) && wantsToKnow(delivery.letter, member));
  if (only) return together.filter(({ member }) => only.includes(member.id));
  const group = (await groupBySpace(tx, together, delivery.spaceId)).get(delivery.spaceId) ?? [];
  return part ? group.filter(({ member }) => isIn(part, member.id)) : group;
}

/** Those who are told by other deliveries of the same moment: by their own, and in place of a space that was closed. */
async function findToldByOthers(tx: DbTx, delivery: Delivery): Promise<ReadonlySet<string>> {
  const { id, coalitionId, letter, subjectId, createdAt } = delivery;
  const siblings = await tx.delivery.findMany({
    where: { coalitionId, letter, subjectId, createdAt, id: { not: id } },
    select: { recipientId: true, letter: true, data: true, status: true },
  });
  return new Set(
    siblings.flatMap((sibling) => {
      if (sibling.recipientId !== null) return sibling.recipientId;
      return ['skipped', 'failed'].includes(sibling.status) ? [] : (readGroup(sibling).only ?? []);
    }),
  );
}

function readGroup(delivery: Pick<Delivery, 'letter' | 'data'>) {
  const { data } = readLetter(delivery);
  return { part: 'part' in data ? data.part : undefined, only: 'only' in data ? data.only : undefined };
}

/**
 * By the ids of the members and not by their places in a row: whoever comes or goes before all parts are said moves
 * nobody from one to another.
 */
function toParts(group: readonly Listener[]): readonly (LetterPart | null)[] {
  const ids = group.map(({ member }) => member.id).toSorted();
  const count = Math.ceil(ids.length / mostInPost);
  if (count < 2) return [null];
  const starts = Array.from({ length: count }, (_, index) => ids[Math.floor((index * ids.length) / count)] ?? null);
  return starts.map((from, index) => ({ from: index === 0 ? null : from, before: starts[index + 1] ?? null }));
}

function isIn({ from, before }: LetterPart, id: string): boolean {
  return (from === null || id >= from) && (before === null || id < before);
}

/** By where they are told; `closed` is a space that counts as open, whatever it is by now. */
async function groupBySpace(
  tx: DbTx,
  listeners: readonly Listener[],
  closed: string | null = null,
): Promise<ReadonlyMap<string, readonly Listener[]>> {
  const addresses = await loadAddresses(tx, listeners.map(toAddressee), closed);
  const homeOf = (addressee: Addressee) =>
    findSpaceTogether(addressee, addresses) ?? spacesFor(addressee, addresses)[0];
  const homes = Map.groupBy(listeners, (listener) => homeOf(toAddressee(listener)));
  return new Map([...homes].flatMap(([home, group]) => (home === undefined ? [] : [[home, group] as const])));
}

/** One who is told in the space where they answered, or near it. */
export function toAddressee({ member: { coalitionId, id }, spaceId }: Listener): Addressee {
  return { coalitionId, recipientId: id, spaceId };
}

/** By a delivery of their own, and not together with others. */
function isToldAlone(letter: string, { member }: Listener): boolean {
  return findAudience(letter) === 'facilitator' || member.person.reminders === 'dm';
}

function wantsToKnow(letter: string, { person }: Pick<ReachableMember, 'person'>): boolean {
  return person.reminders !== 'off' || isIndispensable(letter);
}
