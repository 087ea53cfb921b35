import type { webApi } from '@slack/bolt';
import { PlatformError } from '../../core/errors.ts';
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

/** How many accounts are asked for in a minute: of what Slack allows (a hundred, Tier 4), most. */
const mostAsked = { calls: 90, within: 60_000 };

export function createAccounts(client: webApi.WebClient): DescribeAccount {
  const entries = new Map<string, Entry>();
  /** When the latest were asked for, the oldest first. */
  let asked: readonly number[] = [];
  /** Where very many come at once, Slack would refuse; those who are not asked for go by what they are known by. */
  const takeCall = () => {
    const now = performance.now();
    asked = asked.filter((at) => at + mostAsked.within > now);
    if (asked.length >= mostAsked.calls) throw new PlatformError('later', 'too many accounts to ask for');
    asked = [...asked, now];
  };
  return (workspaceId, accountId) => {
    const known = entries.get(accountId);
    if (known && known.until > performance.now()) return known.facts;
    const facts = askSlack(client, takeCall, { workspaceId, accountId });
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

async function askSlack(
  client: webApi.WebClient,
  takeCall: () => void,
  { workspaceId, accountId }: { readonly workspaceId: string; readonly accountId: string },
): Promise<AccountFacts> {
  takeCall();
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
