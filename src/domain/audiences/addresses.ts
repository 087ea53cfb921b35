import type { Account, Delivery, Space } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { LetterPart } from '../deliveries/letters.ts';

/** Where coalitions meet, and which accounts their members have. */
export interface Addresses {
  /** All that ever were, by coalition, those that can be reached first. */
  readonly spaces: ReadonlyMap<string, readonly Space[]>;
  /** By member. */
  readonly accounts: ReadonlyMap<string, readonly Account[]>;
}

/** For whom something is: a member, told in that space if not directly; everybody there; or, with neither, in every space. */
export interface Addressee extends Pick<Delivery, 'coalitionId' | 'recipientId'> {
  readonly spaceId: string | null;
  /** Of those whom it is for there, where they are too many for one post. */
  readonly part?: LetterPart;
}

/** The addresses that these need. `asOpen` is a space that counts as open, whatever it is by now. */
export async function loadAddresses(
  tx: DbTx,
  addressees: readonly Addressee[],
  asOpen: string | null = null,
): Promise<Addresses> {
  const coalitionIds = [...new Set(addressees.map(({ coalitionId }) => coalitionId))];
  const memberIds = [...new Set(addressees.flatMap(({ recipientId }) => recipientId ?? []))];
  const known = await tx.space.findMany({ where: { coalitionId: { in: coalitionIds } }, orderBy: { id: 'asc' } });
  const spaces = known.map((space) => (space.id === asOpen ? { ...space, unlinkedAt: null, lostAt: null } : space));
  const members = await tx.member.findMany({
    where: { id: { in: memberIds }, coalitionId: { in: coalitionIds } },
    select: { id: true, person: { select: { accounts: true } } },
  });
  const inOrder = [...spaces.filter(isOpen), ...spaces.filter((space) => !isOpen(space))];
  return {
    spaces: Map.groupBy(inOrder, ({ coalitionId }) => coalitionId),
    accounts: new Map(members.map(({ id, person }) => [id, person.accounts])),
  };
}

/**
 * The spaces in which somebody is told. A member whose spaces are all closed has one of those, and not one of others: what
 * is for them is then told directly, or not at all.
 */
export function spacesFor(addressee: Addressee, addresses: Addresses): readonly string[] {
  const { coalitionId, recipientId, spaceId } = addressee;
  const spaces = addresses.spaces.get(coalitionId) ?? [];
  if (recipientId === null) return spaceId === null ? spaces.filter(isOpen).map(({ id }) => id) : [spaceId];
  const [near] = findNear(addressee, addresses);
  const chosen = findOpenSpace(addressee, addresses) ?? near?.id ?? spaceId ?? spaces[0]?.id;
  return chosen === undefined ? [] : [chosen];
}

/**
 * The open space in which a member is told together with others of what is no secret: where they have an account, or else
 * in the first, best on the platform of the given one. Null where none is open.
 */
export function findSpaceTogether(addressee: Addressee, addresses: Addresses): string | null {
  const { coalitionId, spaceId } = addressee;
  const spaces = addresses.spaces.get(coalitionId) ?? [];
  const given = spaces.find(({ id }) => id === spaceId);
  const open = spaces.filter(isOpen);
  const alike = open.find(({ platform }) => platform === given?.platform);
  return findOpenSpace(addressee, addresses) ?? alike?.id ?? open[0]?.id ?? null;
}

/**
 * The open space in which a member is told: where they have an account, the given one before others of its platform, and
 * those before others. Null where no such space is open, since others would read it in their stead; and for what is for
 * everybody.
 */
export function findOpenSpace(addressee: Addressee, addresses: Addresses): string | null {
  return findNear(addressee, addresses).find(isOpen)?.id ?? null;
}

/** The spaces where a member has an account, open or not, the best first. */
function findNear({ coalitionId, recipientId, spaceId }: Addressee, addresses: Addresses): readonly Space[] {
  if (recipientId === null) return [];
  const spaces = addresses.spaces.get(coalitionId) ?? [];
  const accounts = addresses.accounts.get(recipientId) ?? [];
  const given = spaces.find(({ id }) => id === spaceId);
  const near = spaces.filter((space) => accounts.some((account) => isThere(account, space)));
  const alike = ({ platform }: Space) => platform === given?.platform;
  return [...near.filter(({ id }) => id === spaceId), ...near.filter(alike), ...near];
}

/** Whether something can be said there. */
export function isOpen({ unlinkedAt, lostAt }: Pick<Space, 'unlinkedAt' | 'lostAt'>): boolean {
  return unlinkedAt === null && lostAt === null;
}

/** A Discord account counts on every server, a Slack account in its workspace. */
function isThere(account: Account, space: Space): boolean {
  return (
    account.platform === space.platform && (account.platform === 'discord' || account.workspaceId === space.workspaceId)
  );
}
