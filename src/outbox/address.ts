import type { Platform } from '../core/ports.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { isDirectClosed } from '../domain/people/direct.ts';
import type { MemberWithPerson } from '../domain/people/mentionable.ts';
import type { Account, Space } from '../store/generated/sqlite/client.ts';

/** Where a delivery can be said. */
export type Address =
  /** `instead`: because no direct conversation of whom it is for is open. */
  | { readonly to: 'space'; readonly instead: boolean }
  | { readonly to: 'direct'; readonly platform: Platform; readonly account: Account };

/**
 * Where a delivery is to be said, the best first: directly to who asked for that, in the space where that cannot be,
 * and for all others.
 */
export function addressesOf(
  platforms: readonly Platform[],
  { space }: Pick<ClaimedDelivery, 'space'>,
  recipient: MemberWithPerson | null,
  now: Date,
): readonly Address[] {
  if (recipient?.person.reminders !== 'dm') return [{ to: 'space', instead: false }];
  const direct = directAddresses(platforms, space, recipient).filter(({ account }) => !isDirectClosed(account, now));
  return [...direct, { to: 'space', instead: true }];
}

type DirectAddress = Extract<Address, { to: 'direct' }>;

/** The direct conversations of a member: first where the space is, then by the account that came last. */
export function directAddresses(
  platforms: readonly Platform[],
  space: Space,
  { person: { accounts } }: MemberWithPerson,
): readonly DirectAddress[] {
  const known = accounts.toReversed().flatMap((account): DirectAddress[] => {
    const platform = platforms.find(({ name }) => name === account.platform);
    return platform ? [{ to: 'direct', platform, account }] : [];
  });
  const near = ({ account }: DirectAddress) => account.platform === space.platform;
  return [...known.filter(near), ...known.filter((address) => !near(address))];
}
