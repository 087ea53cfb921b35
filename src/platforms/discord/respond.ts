import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  HTTPError,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { late, within } from '../../core/patience.ts';
import type { DiscordMessage } from './render.ts';

/** What somebody did and waits for an answer to. */
export type Asking = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** How it is answered: in the channel, to them alone, or by changing the private message that they pressed on. */
export type Way = 'space' | 'private' | 'replace';

/** An answer, rendered. It can turn out more private than was planned: an error. */
export interface Reply {
  readonly message: DiscordMessage;
  readonly isPrivate: boolean;
  /** It leaves the message standing that was pressed on, whatever was planned. */
  readonly isApart: boolean;
}

/**
 * Answers within Discord's 3 s: with the answer itself where it is there after `patience` ms, else with the promise
 * of one. Null stands for a repetition of what was answered before: whoever took it first answers.
 */
export async function respond(asking: Asking, answered: Promise<Reply | null>, way: Way, patience: number) {
  const soon = await within(answered, patience);
  if (soon === null) return;
  if (soon !== late) {
    const taken = soon.isApart && way === 'replace' ? 'private' : way;
    const acknowledged = await acknowledge(() => replyAtOnce(asking, soon, taken));
    return acknowledged ? undefined : replyLater(asking, soon, taken);
  }
  await acknowledge(() => defer(asking, way));
  const reply = await answered;
  if (reply?.isApart && way === 'replace') await asking.webhook.send(toPrivate(reply.message));
  else if (reply) await replyLater(asking, reply, way);
}

/** False where Discord has an acknowledgement already: its word on ours was lost on the way, or a repetition won. */
async function acknowledge(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await insist(send);
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
      return false;
    }
    throw error;
  }
}

/** Sends once more where the connection failed, which discord.js does for few of its failures only. */
async function insist(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (error instanceof DiscordAPIError || error instanceof HTTPError) throw error;
    await send();
  }
}

function replyAtOnce(asking: Asking, { message, isPrivate }: Reply, way: Way): Promise<unknown> {
  if (way === 'replace') return update(asking, message);
  return asking.reply(isPrivate || way === 'private' ? toPrivate(message) : toPublic(message));
}

function update(asking: Asking, message: DiscordMessage): Promise<unknown> {
  if (asking.isChatInputCommand()) return asking.reply(toPrivate(message));
  if (asking.isModalSubmit())
    return asking.isFromMessage() ? asking.update(toEdit(message)) : asking.reply(toPrivate(message));
  return asking.update(toEdit(message));
}

function defer(asking: Asking, way: Way): Promise<unknown> {
  if (way === 'replace' && !asking.isChatInputCommand()) return asking.deferUpdate();
  return asking.deferReply(way === 'space' ? {} : { flags: MessageFlags.Ephemeral });
}

/**
 * A promised answer cannot become private: the promise is deleted before, as the first message after it would take
 * its place. The webhook is used directly, as discord.js refuses where it did not see the acknowledgement itself.
 */
async function replyLater({ webhook }: Asking, { message, isPrivate }: Reply, way: Way): Promise<void> {
  if (way !== 'space' || !isPrivate) {
    const edit = way === 'space' ? toPublic(message) : toEdit(message);
    return insist(() => webhook.editMessage('@original', edit));
  }
  await webhook.deleteMessage('@original');
  await webhook.send(toPrivate(message));
}

function toPublic({ components, mentions }: DiscordMessage) {
  return { components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [], users: mentions } } as const;
}

function toPrivate({ components }: DiscordMessage) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  } as const;
}

function toEdit({ components }: DiscordMessage) {
  return { components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] } } as const;
}
