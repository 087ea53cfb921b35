import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { type LetterKind, type LetterPart, readLetter } from '../deliveries/letters.ts';
import { type Addressee, loadAddresses, spacesFor } from './addresses.ts';
import { findAudience } from './audience.ts';
import { type AboutOccurrence, type Listener, loadListeners, type ReachableMember } from './listeners.ts';

/** What concerns plans that somebody has made: they are told of it even if they want no reminders. */
const indispensable: readonly string[] = [
  'conversation.moved',
  'conversation.cancelled',
  'conversation.series-cancelled',
] satisfies LetterKind[];

/** How many are named in one post: Discord notifies 100 at most, and some may join before it is sent. */
const mostInPost = 80;

/**
 * To whom a letter for an audience goes: to each who wants to be told directly, and to the spaces where the others are,
 * who are told together. Null for a letter that has no audience.
 */
export async function findAddressees(tx: DbTx, about: AboutOccurrence): Promise<readonly Addressee[] | null> {
  if (findAudience(about.letter) === null) return null;
  const listeners = await loadListeners(tx, about);
  const alone = listeners.filter((listener) => isToldAlone(about.letter, listener));
  const together = listeners.filter((listener) => !alone.includes(listener) && wantsToKnow(about.letter, listener));
  const groups = await groupBySpace(tx, together);
  const { coalitionId } = about;
  const inSpaces = [...groups].flatMap(([spaceId, members]) =>
    toParts(members).map((part) => ({ coalitionId, recipientId: null, spaceId, ...(part && { part }) })),
  );
  return [...alone.map(toAddressee), ...inSpaces];
}

/**
 * Those who are told together by a delivery to a space, as things are by now. Who came to want it directly since then
 * is among them, who has a delivery of their own is not: each is told once.
 */
export async function loadListenersIn(tx: DbTx, delivery: Delivery): Promise<readonly ReachableMember[]> {
  const own = await findToldAlone(tx, delivery);
  const listeners = await loadListeners(tx, delivery);
  const together = listeners.filter(
    (listener) => !own.has(listener.member.id) && wantsToKnow(delivery.letter, listener),
  );
  const members = (await groupBySpace(tx, together)).get(delivery.spaceId) ?? [];
  const { data } = readLetter(delivery);
  const part = 'part' in data ? data.part : undefined;
  return part ? members.filter(({ id }) => isIn(part, id)) : members;
}

/** Those who have a delivery of their own from the same moment on. */
async function findToldAlone(tx: DbTx, delivery: Delivery): Promise<ReadonlySet<string | null>> {
  const { coalitionId, letter, subjectId, createdAt } = delivery;
  const alone = await tx.delivery.findMany({
    where: { coalitionId, letter, subjectId, createdAt, recipientId: { not: null } },
    select: { recipientId: true },
  });
  return new Set(alone.map(({ recipientId }) => recipientId));
}

/**
 * By the ids of the members and not by their places in a row: whoever comes or goes before all parts are said moves
 * nobody from one to another.
 */
function toParts(members: readonly ReachableMember[]): readonly (LetterPart | null)[] {
  const ids = members.map(({ id }) => id).toSorted();
  const count = Math.ceil(ids.length / mostInPost);
  if (count < 2) return [null];
  const starts = Array.from({ length: count }, (_, index) => ids[Math.floor((index * ids.length) / count)] ?? null);
  return starts.map((from, index) => ({ from: index === 0 ? null : from, before: starts[index + 1] ?? null }));
}

function isIn({ from, before }: LetterPart, id: string): boolean {
  return (from === null || id >= from) && (before === null || id < before);
}

async function groupBySpace(
  tx: DbTx,
  listeners: readonly Listener[],
): Promise<ReadonlyMap<string, readonly ReachableMember[]>> {
  const addresses = await loadAddresses(tx, listeners.map(toAddressee));
  const homes = Map.groupBy(listeners, (listener) => spacesFor(toAddressee(listener), addresses)[0]);
  return new Map(
    [...homes].flatMap(([home, group]) => (home === undefined ? [] : [[home, group.map(({ member }) => member)]])),
  );
}

function toAddressee({ member: { coalitionId, id }, spaceId }: Listener): Addressee {
  return { coalitionId, recipientId: id, spaceId };
}

/** By a delivery of their own, and not together with others. */
function isToldAlone(letter: string, { member }: Listener): boolean {
  return findAudience(letter) === 'facilitator' || member.person.reminders === 'dm';
}

function wantsToKnow(letter: string, { member }: Listener): boolean {
  return member.person.reminders !== 'off' || indispensable.includes(letter);
}
