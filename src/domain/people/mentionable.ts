import type { Mentionable } from '../../core/rich-text.ts';
import type { Account, Member, Person } from '../../store/generated/sqlite/client.ts';

/** What a query of members includes so that they can be mentioned. */
export const withPerson = { person: { include: { accounts: { orderBy: { id: 'asc' } } } } } as const;

/** A person with their accounts on all platforms, the oldest first. */
export type PersonWithAccounts = Person & { readonly accounts: readonly Account[] };
/** A member with the person they are. */
export type MemberWithPerson = Member & { readonly person: PersonWithAccounts };

/** A person as views mention them: by the account of the reader's platform, or else by name. */
export function toMentionable({ name, accounts }: Mentionable): Mentionable {
  return {
    name,
    accounts: accounts.map(({ platform, workspaceId, accountId }) => ({ platform, workspaceId, accountId })),
  };
}
