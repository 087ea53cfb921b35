import type { webApi } from '@slack/bolt';
import type { AccountFacts } from '../../core/invocation.ts';
import { toPlatformError } from './failures.ts';

/** What Slack says of an account in the bot's workspace, asked once in a few minutes. Throws `PlatformError`. */
export type DescribeAccount = (workspaceId: string, accountId: string) => Promise<AccountFacts>;

type User = NonNullable<webApi.UsersInfoResponse['user']>;

interface Entry {
  readonly until: number;
  readonly facts: Promise<AccountFacts>;
}

const minutesKept = 5;
const mostKept = 5_000;

export function createAccounts(client: webApi.WebClient): DescribeAccount {
  const entries = new Map<string, Entry>();
  return (workspaceId, accountId) => {
    const known = entries.get(accountId);
    if (known && known.until > performance.now()) return known.facts;
    const facts = askSlack(client, workspaceId, accountId);
    const entry = { until: performance.now() + minutesKept * 60_000, facts };
    entries.delete(accountId);
    entries.set(accountId, entry);
    forgetOldest(entries);
    // A failure is not kept: the next one asks again.
    facts.catch(() => entries.get(accountId) === entry && entries.delete(accountId));
    return facts;
  };
}

function forgetOldest(entries: Map<string, Entry>): void {
  const [oldest] = entries.keys();
  if (entries.size > mostKept && oldest !== undefined) entries.delete(oldest);
}

async function askSlack(client: webApi.WebClient, workspaceId: string, accountId: string): Promise<AccountFacts> {
  try {
    const { user = {} } = await client.users.info({ user: accountId, include_locale: true });
    const name = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name].find(Boolean);
    return {
      name: name ?? accountId,
      ...(user.tz && { zone: user.tz }),
      ...(user.locale && { locale: user.locale }),
      authority: isOfWorkspace(user, workspaceId) && Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
    };
  } catch (error) {
    throw toPlatformError(error);
  }
}

/**
 * In a shared channel, admins of another workspace have no authority here. On Enterprise Grid a person may belong to
 * several workspaces, of which `team_id` names one.
 */
function isOfWorkspace({ team_id: team, enterprise_user: enterprise }: User, workspaceId: string): boolean {
  return team === undefined || team === workspaceId || (enterprise?.teams ?? []).includes(workspaceId);
}
