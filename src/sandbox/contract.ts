/**
 * What a sandbox platform is to those who use it as people do: the sandbox's page and the tests. Behind it stands the
 * servers' half of the platform's protocol; the bot connects to `apiUrl` with the real SDK.
 */
export interface SandboxPlatform {
  readonly name: 'slack' | 'discord';
  /** Base address for the SDK: Slack's ends in `/api/`, Discord's in `/api` (the SDK appends `/v10`). */
  readonly apiUrl: string;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly people: readonly SandboxPerson[];
  readonly channels: () => readonly SandboxChannel[];
  /** What this person sees in this channel, oldest first: posts, and private answers to them alone. */
  readonly messages: (personId: string, channelId: string) => readonly SandboxMessage[];
  /** The modal that stands open before this person. */
  readonly modal: (personId: string) => SandboxModal | null;
  /** Slack's App Home as last published for this person: `{ blocks }`. Always null on Discord. */
  readonly home: (personId: string) => unknown;
  /** Opens the App Home, which tells the bot so. Nothing on Discord. */
  readonly openHome: (personId: string) => Promise<void>;
  /** A person types and sends: a slash command of the bot, or words to everybody. Resolves when the bot has acked. */
  readonly type: (personId: string, channelId: string, text: string) => Promise<void>;
  /** What can be typed next, for completion: commands, subcommands, options, and what the bot suggests. */
  readonly suggest: (personId: string, channelId: string, text: string) => Promise<readonly SandboxSuggestion[]>;
  /** A person presses a button (or chooses `values` in a select) of a message or of their App Home (`home`). */
  readonly press: (
    personId: string,
    messageId: string | 'home',
    controlId: string,
    values?: readonly string[],
  ) => Promise<void>;
  /** A person fills the open modal and sends it. Keys are field names as the modal's payload has them. */
  readonly submit: (personId: string, values: Readonly<Record<string, string>>) => Promise<void>;
  readonly dismiss: (personId: string) => Promise<void>;
  /** A channel is deleted by its owner: the bot is refused there from now on. */
  readonly deleteChannel: (channelId: string) => void;
  /** A post is deleted by a moderator. */
  readonly deleteMessage: (messageId: string) => void;
  /** How the platform misbehaves from now on. */
  readonly faults: SandboxFaults;
  /** Every call that the bot made, oldest first, bounded to the last 10,000. Never holds tokens. */
  readonly calls: readonly SandboxCall[];
  /** Called after anything above changed. Returns its own undoing. */
  readonly onChange: (listener: () => void) => () => void;
  /** Drops the live connection, as a network does. The SDK is expected to come back. */
  readonly dropConnection: () => void;
  /** How many live connections (Socket Mode, gateway) stand. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface SandboxPerson {
  readonly id: string;
  readonly name: string;
  /** BCP 47, as the platform would send it. */
  readonly locale: string;
  readonly zone: string;
  /** Workspace admin on Slack, "Manage Server" on Discord. */
  readonly admin: boolean;
}

export interface SandboxChannel {
  readonly id: string;
  readonly name: string;
  /** The person of a direct conversation with the bot; absent for a channel. */
  readonly directWith?: string;
}

export interface SandboxMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  readonly at: string;
  readonly edited: boolean;
  /** Seen by this person alone. */
  readonly privateTo?: string;
  /** The platform's own payload: Slack `{ text, blocks, metadata }`, Discord `{ content, embeds, components, flags }`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SandboxModal {
  /** The platform's own payload: a Slack `view`, a Discord modal `{ custom_id, title, components }`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** What was wrong with the last submission, by field (Slack `response_action: errors`). */
  readonly errors: Readonly<Record<string, string>>;
}

export interface SandboxSuggestion {
  /** What is shown. */
  readonly label: string;
  readonly description?: string;
  /** The whole text after taking the suggestion. */
  readonly text: string;
}

export interface SandboxCall {
  readonly at: number;
  /** `chat.postMessage`, `POST /channels/:id/messages`. */
  readonly method: string;
  readonly status: number;
  readonly body: unknown;
}

/** Faults are taken one a call, in order, by calls whose `method` contains the given words. */
export interface SandboxFaults {
  /** The next matching calls get this answer instead. `retryAfter` in seconds. */
  readonly refuse: (
    method: string,
    answer: { status: number; error?: string; retryAfter?: number },
    times?: number,
  ) => void;
  /** The next matching call is carried out, but its answer never arrives: the connection closes. */
  readonly loseAnswer: (method: string) => void;
  /** Delivers the next invocations twice, as Slack does when it saw no ack, and Discord after a resume. */
  readonly repeatInvocations: (times: number) => void;
  /** Answers 429 as the platform does where its published limits are passed. Off at first. */
  readonly enforceRateLimits: (on: boolean) => void;
}

/** Resolves as soon as `met` gives something, looked at again after each change; rejects after `patience` ms. */
export function until<T>(
  platforms: readonly Pick<SandboxPlatform, 'onChange'>[],
  met: () => T | null | undefined | false,
  patience = 60_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = [];
    const finish = (end: () => void) => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      end();
    };
    const look = () => {
      const value = met();
      if (value) finish(() => resolve(value));
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`not seen within ${patience} ms: ${met}`))), patience);
    for (const platform of platforms) stops.push(platform.onChange(look));
    look();
  });
}
