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

/** The spaces in which somebody is told; a member in one that is closed only where there is no other. */
export function spacesFor(addressee: Addressee, addresses: Addresses): readonly string[] {
  const { coalitionId, recipientId, spaceId } = addressee;
  const spaces = addresses.spaces.get(coalitionId) ?? [];
  if (recipientId === null) return spaceId === null ? spaces.filter(isOpen).map(({ id }) => id) : [spaceId];
  const chosen = findOpenSpace(addressee, addresses) ?? spaces[0]?.id;
  return chosen === undefined ? [] : [chosen];
}

/**
 * The open space in which a member is told: where they have an account, the given one before others of its platform, and
 * those before others; where they have none, in the first. Null where none is open, and for what is for everybody.
 */
export function findOpenSpace({ coalitionId, recipientId, spaceId }: Addressee, addresses: Addresses): string | null {
  if (recipientId === null) return null;
  const spaces = addresses.spaces.get(coalitionId) ?? [];
  const accounts = addresses.accounts.get(recipientId) ?? [];
  const given = spaces.find(({ id }) => id === spaceId);
  const open = spaces.filter(isOpen);
  const near = open.filter((space) => accounts.some((account) => isThere(account, space)));
  const alike = ({ platform }: Space) => platform === given?.platform;
  const inOrder = [...near.filter(({ id }) => id === spaceId), ...near.filter(alike), ...near];
  return [...inOrder, ...open.filter(alike), ...open][0]?.id ?? null;
}

function isOpen({ unlinkedAt, lostAt }: Space): boolean {
  return unlinkedAt === null && lostAt === null;
}

/** A Discord account counts on every server, a Slack account in its workspace. */
function isThere(account: Account, space: Space): boolean {
  return (
    account.platform === space.platform && (account.platform === 'discord' || account.workspaceId === space.workspaceId)
  );
}
