import type { webApi } from '@slack/bolt';
import type { AccountFacts } from '../../core/invocation.ts';
import { toPlatformError } from './failures.ts';

/** What Slack says of its accounts, kept for a few minutes. */
export interface Accounts {
  /** Throws `PlatformError`. */
  readonly describe: (accountId: string) => Promise<AccountFacts>;
  /** What is known without asking. */
  readonly find: (accountId: string) => AccountFacts | null;
}

interface Entry {
  readonly until: number;
  readonly asked: Promise<AccountFacts>;
  known: AccountFacts | null;
}

const minutesKept = 5;
const mostKept = 5_000;

export function createAccounts(client: webApi.WebClient): Accounts {
  const entries = new Map<string, Entry>();

  const findEntry = (accountId: string) => {
    const entry = entries.get(accountId);
    return entry && entry.until > performance.now() ? entry : null;
  };
  const ask = (accountId: string): Entry => {
    const entry: Entry = {
      until: performance.now() + minutesKept * 60_000,
      known: null,
      asked: askSlack(client, accountId).then(
        (facts) => {
          entry.known = facts;
          return facts;
        },
        (error: unknown) => {
          entries.delete(accountId);
          throw error;
        },
      ),
    };
    const [oldest] = entries.keys();
    if (entries.size >= mostKept && oldest !== undefined) entries.delete(oldest);
    entries.delete(accountId);
    entries.set(accountId, entry);
    return entry;
  };
  return {
    describe: (accountId) => (findEntry(accountId) ?? ask(accountId)).asked,
    find: (accountId) => findEntry(accountId)?.known ?? null,
  };
}

async function askSlack(client: webApi.WebClient, accountId: string): Promise<AccountFacts> {
  try {
    const { user = {} } = await client.users.info({ user: accountId, include_locale: true });
    const name = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name].find(Boolean);
    return {
      name: name ?? accountId,
      ...(user.tz && { zone: user.tz }),
      ...(user.locale && { locale: user.locale }),
      authority: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
    };
  } catch (error) {
    throw toPlatformError(error);
  }
}
