import type { Dict } from '../blocks/judge.ts';
import type { SlackChannel } from '../channels.ts';
import type { Ack } from '../delivery/delivery.ts';
import type { Dispatch } from '../delivery/dispatch.ts';
import { bot, type SlackPerson, team } from '../people.ts';
import type { NoticeCode, Workspace } from '../workspace.ts';

/** Where people act, and the bot hears of it. */
export interface Scene {
  readonly workspace: Workspace;
  readonly dispatch: Dispatch;
  /** The server's own address, before the path of a `response_url`. */
  readonly origin: () => string;
}

/** The channel of this id. Throws where there is none: whoever drives the sandbox named it wrongly. */
export function getPlace({ workspace }: Scene, channelId: string): SlackChannel {
  const channel = workspace.channels.find(channelId);
  if (!channel) throw new Error(`the workspace has no channel ${channelId}`);
  return channel;
}

/** What every interaction says of its app, its team and its person. */
export function toInteraction(person: SlackPerson): Dict {
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.handle, name: person.handle, team_id: team.id },
    api_app_id: bot.appId,
    token: 'sandbox',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** What Slack tells the person where no ack came; null where one came. */
export function toNotice(ack: Ack): NoticeCode | null {
  const notices: Record<Ack['outcome'], NoticeCode | null> = {
    acked: null,
    timeout: 'operation_timeout',
    refused: 'http_service_error',
    unreachable: 'dispatch_failed',
  };
  return notices[ack.outcome];
}
