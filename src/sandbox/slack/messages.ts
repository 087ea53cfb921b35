import type { SandboxMessage } from '../contract.ts';
import { bot } from './people.ts';

/** The platform's own shape of what a message says. */
export interface MessagePayload extends Readonly<Record<string, unknown>> {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly metadata?: unknown;
  readonly thread_ts?: string;
}

/** A block that has been judged; its `block_id` is set. */
export interface Block extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly block_id: string;
}

/** A message; its id is its `ts`, which no two messages of the workspace share. */
export interface SlackMessage extends SandboxMessage {
  readonly payload: MessagePayload;
}

/** What is said anew: the store adds its `ts`. */
type NewMessage = Pick<SlackMessage, 'channelId' | 'author' | 'payload' | 'privateTo'>;

/** All messages, private answers among them. */
export interface Messages {
  /** Of one channel, oldest first. */
  readonly inChannel: (channelId: string) => readonly SlackMessage[];
  readonly find: (ts: string) => SlackMessage | null;
  readonly post: (message: NewMessage) => SlackMessage;
  /** The same message with another payload. */
  readonly replace: (message: SlackMessage, payload: MessagePayload) => SlackMessage;
  readonly remove: (ts: string) => void;
}

export function createMessages(now: () => Date): Messages {
  const byChannel = new Map<string, Map<string, SlackMessage>>();
  const channelOf = new Map<string, string>();
  const nextTs = createTimestamps(now);

  const put = (message: SlackMessage) => {
    let channel = byChannel.get(message.channelId);
    if (!channel) {
      channel = new Map();
      byChannel.set(message.channelId, channel);
    }
    channel.set(message.id, message);
    channelOf.set(message.id, message.channelId);
    return message;
  };

  return {
    inChannel: (channelId) => [...(byChannel.get(channelId)?.values() ?? [])],
    find: (ts) => byChannel.get(channelOf.get(ts) ?? '')?.get(ts) ?? null,
    post: (message) => put({ ...message, id: nextTs(), at: now().toISOString(), edited: false }),
    replace: (message, payload) => put({ ...message, payload, edited: true }),
    remove: (ts) => {
      byChannel.get(channelOf.get(ts) ?? '')?.delete(ts);
      channelOf.delete(ts);
    },
  };
}

/** Seconds and six digits, as Slack stamps messages: strictly increasing, whatever the clock does. */
export function createTimestamps(now: () => Date): () => string {
  let last = 0;
  return () => {
    last = Math.max(now().getTime() * 1000, last + 1);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}

/** The author of everything that the app says. */
export const botAuthor: SandboxMessage['author'] = { id: bot.id, name: bot.name, bot: true };
