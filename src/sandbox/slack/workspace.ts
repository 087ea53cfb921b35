import { type Channels, createChannels } from './channels.ts';
import { createIds } from './ids.ts';
import { createInstalledApp, type InstalledApp } from './manifest.ts';
import { createMessages, type Messages, type SlackMessage } from './messages.ts';
import { slackbot, team } from './people.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViews, type Views } from './views.ts';

/** Everything that Slack remembers of the one workspace. */
export interface Workspace {
  /** The time that people live in: it stamps messages. */
  readonly now: () => Date;
  readonly app: InstalledApp;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly nextId: ReturnType<typeof createIds>;
  /** To be called after any change that a person can see. */
  readonly changed: () => void;
}

export interface WorkspaceOptions {
  readonly now: () => Date;
  /** Milliseconds of real time, by which what Slack hands out grows old. */
  readonly clock: () => number;
  readonly changed: () => void;
  readonly moreChannels: number;
}

export function createWorkspace({ now, clock, changed, moreChannels }: WorkspaceOptions): Workspace {
  const nextId = createIds();
  return {
    now,
    app: createInstalledApp(),
    channels: createChannels(moreChannels),
    messages: createMessages(now),
    views: createViews(nextId),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(team.id, clock),
    nextId,
    changed,
  };
}

/** What Slack itself has to tell a person. The page has the words; here it is a code. */
export type NoticeCode =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'unknown_command'
  | 'invalid_command_response'
  | 'http_service_error';

/** Slackbot tells this person alone, in this channel. */
export function notify(workspace: Workspace, personId: string, channelId: string, code: NoticeCode): SlackMessage {
  const message = workspace.messages.post({
    channelId,
    author: { ...slackbot, bot: true },
    payload: { text: code, notice: code },
    privateTo: personId,
  });
  workspace.changed();
  return message;
}
