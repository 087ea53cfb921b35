import { UserError } from '../../core/errors.ts';
import { createCode } from '../../core/ids.ts';
import type { Account, LinkCode } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Caller } from '../people/acting.ts';
import type { PersonWithAccounts } from '../people/mentionable.ts';
import { mergePersons } from './merge-persons.ts';

// Two accounts become one person in four steps, so that neither side can be taken by the other:
// 1. One account asks for a code (`requestLink`).
// 2. The other one enters it, and is asked whether the account that asked is theirs (`enterLinkCode`).
// 3. It says yes (`confirmLink`): the code is claimed, which nobody else can do from now on.
// 4. The first account comes back (`requestLink` or `findClaim`), is asked whether the account that claimed is theirs,
//    and says yes (`confirmLink`): the two are one. Either side may say no instead (`refuseLink`).

/** For how long a code can be claimed, and then a claim confirmed, in milliseconds: thirty minutes each. */
const validFor = 30 * 60_000;

/** Somebody's claim to be the same person, to be confirmed by whoever made the code. */
export interface Claim {
  readonly code: string;
  readonly claimedBy: Account;
}

/** A code to enter with another account, or the claim that waits for an answer. */
export type LinkRequest = { readonly type: 'code'; readonly code: LinkCode } | ({ readonly type: 'claim' } & Claim);

/** What a yes came to: the first side waits for the second, or the two are one. */
export type Confirmation = { readonly type: 'waiting' } | { readonly type: 'linked'; readonly personId: string };

type KnownCode = LinkCode & { readonly person: PersonWithAccounts };

/** The claim that waits for this person's answer, or else a new code for them. */
export async function requestLink(caller: Caller): Promise<LinkRequest> {
  const claim = await findClaim(caller);
  if (claim) return { type: 'claim', ...claim };
  const { db, person, now } = caller;
  const code = await db.linkCode.create({
    data: { code: createCode(), personId: person.id, createdAt: now, expiresAt: after(now) },
  });
  return { type: 'code', code };
}

/** The newest claim that waits for this person's answer; null where there is none. */
export async function findClaim({ db, person, now }: Caller): Promise<Claim | null> {
  const claimed = await db.linkCode.findFirst({
    where: { personId: person.id, closedAt: null, claimedByAccountId: { not: null }, expiresAt: { gt: now } },
    orderBy: { claimedAt: 'desc' },
  });
  const id = claimed?.claimedByAccountId;
  const claimedBy = id ? await db.account.findUnique({ where: { id } }) : null;
  return claimed && claimedBy && { code: claimed.code, claimedBy };
}

/**
 * The account that made a code, for the one that entered it to say whether it is theirs. Throws `code.unknown`,
 * `code.expired`, `code.own`, `account.already-linked`, `account.same-platform`.
 */
export async function enterLinkCode(caller: Caller, code: string): Promise<Account> {
  const { person } = await getClaimable(caller, code);
  const [first, ...others] = person.accounts;
  const madeBy = others.find(({ platform }) => platform !== caller.place.platform) ?? first;
  if (!madeBy) throw new UserError('code.unknown', { code });
  return madeBy;
}

/**
 * Says yes: whoever entered the code claims it; whoever made it confirms the claim, and the two become one person,
 * whose own choices are those of whoever made the code. Throws as `enterLinkCode` does.
 */
export async function confirmLink(caller: Caller, code: string): Promise<Confirmation> {
  const { db, person, now } = caller;
  const known = await getOpenCode(db, code, now);
  if (known.personId === person.id && known.claimedByAccountId !== null) {
    return confirmClaim(caller, known.id, known.claimedByAccountId);
  }
  await getClaimable(caller, code);
  await claim(caller, known);
  return { type: 'waiting' };
}

/** Says no, on either side: the code is of no more use. Throws `code.unknown`, `code.expired`. */
export async function refuseLink({ db, now }: Caller, code: string): Promise<void> {
  const { id } = await getOpenCode(db, code, now);
  await db.linkCode.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
}

async function getOpenCode(db: Db, code: string, now: Date): Promise<KnownCode> {
  const known = await db.linkCode.findUnique({
    where: { code },
    include: { person: { include: { accounts: { orderBy: { id: 'asc' } } } } },
  });
  if (!known) throw new UserError('code.unknown', { code });
  if (known.closedAt || known.expiresAt <= now) throw new UserError('code.expired', { code });
  return known;
}

/** One person has one account in each Slack workspace and one on Discord. */
async function getClaimable({ db, person, account, now }: Caller, code: string): Promise<KnownCode> {
  const known = await getOpenCode(db, code, now);
  const theirs = known.person.accounts;
  if (known.personId === person.id) throw new UserError(theirs.length > 1 ? 'account.already-linked' : 'code.own');
  if (known.claimedByAccountId !== null && known.claimedByAccountId !== account.id) throw new UserError('code.unknown');
  const mine = await db.account.findMany({ where: { personId: person.id } });
  if (mine.some((own) => theirs.some((their) => sameWorkspace(own, their)))) {
    throw new UserError('account.same-platform');
  }
  return known;
}

function sameWorkspace(one: Account, other: Account): boolean {
  return one.platform === other.platform && one.workspaceId === other.workspaceId;
}

async function claim({ db, account, now }: Caller, { id, code }: KnownCode): Promise<void> {
  const { count } = await db.linkCode.updateMany({
    where: { id, closedAt: null, OR: [{ claimedByAccountId: null }, { claimedByAccountId: account.id }] },
    data: { claimedByAccountId: account.id, claimedAt: now, expiresAt: after(now) },
  });
  if (count === 0) throw new UserError('code.expired', { code });
}

function confirmClaim({ db, person, now }: Caller, id: string, claimedBy: string): Promise<Confirmation> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.linkCode.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
    if (count === 0) throw new UserError('code.expired');
    const other = await tx.account.findUniqueOrThrow({ where: { id: claimedBy } });
    if (other.personId === person.id) throw new UserError('account.already-linked');
    await mergePersons(tx, { keptId: person.id, mergedId: other.personId, now });
    return { type: 'linked', personId: person.id };
  });
}

function after(now: Date): Date {
  return new Date(now.getTime() + validFor);
}
