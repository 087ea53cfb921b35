import type { SandboxPlatform } from '../contract.ts';
import type { Workspace } from './workspace.ts';

/** What owners and moderators do to the workspace, behind the bot's back. */
export interface Moderation extends Pick<SandboxPlatform, 'deleteChannel' | 'deleteMessage'> {
  readonly archiveChannel: (channelId: string) => void;
  /** Takes the bot out of the channel. */
  readonly removeBot: (channelId: string) => void;
  /** Whether the bot may write to that person; if not, it is told `messages_tab_disabled`. */
  readonly setDirectMessages: (personId: string, allowed: boolean) => void;
  /** Installs the app as its manifest says. Throws an `Error` that names what Slack would refuse. */
  readonly installManifest: (manifest: unknown) => void;
}

export function toModeration({ app, channels, messages, changed }: Workspace): Moderation {
  return {
    deleteChannel: (channelId) => {
      channels.remove(channelId);
      changed();
    },
    deleteMessage: (messageId) => {
      messages.remove(messageId);
      changed();
    },
    archiveChannel: (channelId) => {
      channels.change(channelId, { archived: true });
      changed();
    },
    removeBot: (channelId) => {
      channels.change(channelId, { botIn: false });
      changed();
    },
    setDirectMessages: (personId, allowed) => {
      const direct = channels.list().find(({ directWith }) => directWith === personId);
      if (direct) channels.change(direct.id, { closed: !allowed });
    },
    installManifest: (manifest) => {
      app.install(manifest);
      changed();
    },
  };
}
