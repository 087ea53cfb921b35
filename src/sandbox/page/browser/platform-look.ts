import type { ComponentType } from 'preact';
import type { SandboxMessage, SandboxModal } from '../../contract.ts';
import type { Reader } from './markup/reader.ts';
import type { Say } from './words.ts';

/** Everything in which one platform looks different from the other, beside its colours. */
export interface PlatformLook {
  readonly title: string;
  readonly sayMoment: (at: Date, style: string, reader: Reader) => string;
  /** Whether the post only says that the bot is at work. */
  readonly isThinking: (message: SandboxMessage) => boolean;
  /** The words of what the platform itself says, where a post is no one's; null for any other. */
  readonly sayNotice: (message: SandboxMessage, say: Say) => string | null;
  readonly Body: ComponentType<{ message: SandboxMessage }>;
  readonly Modal: ComponentType<{ modal: SandboxModal }>;
  /** The bot's own page for a person, where the platform has such. */
  readonly Home?: ComponentType<{ home: unknown }>;
}
