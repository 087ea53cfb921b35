import type { Interactions } from '../interactions.ts';
import { asInteger, asText, type Json } from '../json.ts';
import { postMessage } from '../messages.ts';
import { type ApiChannel, interactionType, optionType, type StoredMessage } from '../model.ts';
import { commandType } from '../validation/command.ts';
import type { World } from '../world.ts';
import { showNotice } from './notices.ts';
import { commandsFor, nameFor, type OfferedCommand, offeredTo, readPath } from './offered-commands.ts';
import { type OptionValue, toOptionValue, toResolvedPlaces } from './option-value.ts';
import { getChannelFor, getPerson, toResolvedUsers, toSurroundings, withMentions } from './person.ts';
import { readTypedOptions } from './typed-options.ts';

/** An option with its value, as an interaction carries it. */
export interface FilledOption {
  readonly option: Json;
  readonly value: OptionValue;
  readonly focused?: boolean;
}

/** What people do by typing. */
export interface Commanding {
  readonly type: (personId: string, channelId: string, text: string) => Promise<void>;
  readonly invoke: (
    personId: string,
    channelId: string,
    path: string,
    values: Readonly<Record<string, OptionValue>>,
  ) => Promise<void>;
  readonly invokeOn: (personId: string, messageId: string, name: string) => Promise<void>;
}

export function createCommanding(
  world: World,
  interactions: Interactions,
  findVisible: (personId: string, messageId: string) => StoredMessage,
): Commanding {
  const notice = (personId: string, channelId: string, one: Parameters<typeof showNotice>[3]) =>
    showNotice(world, personId, channelId, one);

  async function send(personId: string, channel: ApiChannel, name: string, data: Json): Promise<void> {
    const payload = { type: interactionType.command, data, ...toSurroundings(world, personId, channel) };
    const draft = { kind: interactionType.command, personId, channelId: channel.id, name, payload };
    const outcome = await interactions.send(draft);
    if (outcome.type === 'failed') notice(personId, channel.id, { failed: true });
  }

  /** Sends the command if the client would: with every required option, and each of them readable. */
  async function run(
    personId: string,
    channel: ApiChannel,
    offer: OfferedCommand,
    given: readonly { readonly option: Json; readonly value: string }[],
  ): Promise<void> {
    const { locale } = getPerson(personId);
    const filled = given.map(({ option, value }) => ({ option, value: toOptionValue(world, option, value, locale) }));
    const unreadable = filled.filter(({ value }) => value === null).map(({ option }) => nameFor(option, locale));
    const missing = offer.options
      .filter((option) => option.required === true && !given.some((one) => one.option === option))
      .map((option) => nameFor(option, locale));
    if (unreadable.length > 0) return notice(personId, channel.id, { unreadable });
    if (missing.length > 0) return notice(personId, channel.id, { missing });
    const readable = filled.filter((one): one is FilledOption => one.value !== null);
    await send(personId, channel, commandPath(offer), toCommandData(world, offer, readable, channel));
  }

  return {
    type: async (personId, channelId, text) => {
      const channel = getChannelFor(world, personId, channelId);
      if (!text.startsWith('/')) return say(world, personId, channel, text);
      const { locale } = getPerson(personId);
      const read = readPath(offeredTo(world, personId, channel), text, locale);
      if (!read) return notice(personId, channelId, { unknown: text });
      const { given, stray } = readTypedOptions(read.offer.options, read.rest, locale);
      if (stray !== '') return notice(personId, channelId, { unknown: stray });
      await run(personId, channel, read.offer, given);
    },
    invoke: async (personId, channelId, path, values) => {
      const channel = getChannelFor(world, personId, channelId);
      const read = readPath(offeredTo(world, personId, channel), path, getPerson(personId).locale);
      if (read?.rest !== '') return notice(personId, channelId, { unknown: path });
      const given = Object.entries(values).map(([name, value]) => {
        const option = read.offer.options.find((one) => one.name === name);
        if (!option) throw new Error(`${path} has no option ${name}`);
        return { option, value: String(value) };
      });
      await run(personId, channel, read.offer, given);
    },
    invokeOn: async (personId, messageId, name) => {
      const message = findVisible(personId, messageId);
      const channel = getChannelFor(world, personId, message.api.channel_id);
      const { locale } = getPerson(personId);
      const command = commandsFor(world, personId, channel, commandType.message).find(
        (one) => one.name === name || nameFor(one, locale) === name,
      );
      if (!command) return notice(personId, channel.id, { unknown: name });
      const resolved = { messages: { [messageId]: message.api } };
      await send(personId, channel, asText(command.name), { ...toHead(command), target_id: messageId, resolved });
    },
  };
}

/** Words to everybody in the channel. */
function say(world: World, personId: string, channel: ApiChannel, text: string): void {
  const author = world.users.get(personId);
  if (author) postMessage(world, { channel, author, body: { content: withMentions(world, text) } });
}

/** `task add`, by the names it was registered under. */
function commandPath({ command, steps }: OfferedCommand): string {
  return [command, ...steps].map((one) => asText(one.name)).join(' ');
}

/** The `data` of a command's interaction: the options inside of their subcommand, and the people they name. */
export function toCommandData(
  world: World,
  { command, steps }: OfferedCommand,
  filled: readonly FilledOption[],
  channel: ApiChannel,
): Json {
  const values: readonly Json[] = filled.map(({ option, value, focused }) => ({
    name: option.name,
    type: option.type,
    value,
    ...(focused ? { focused } : {}),
  }));
  const options = steps
    .toReversed()
    .reduce<readonly Json[]>((inner, step) => [{ name: step.name, type: step.type, options: inner }], values);
  const ids = filled.filter(({ option }) => isReference(option)).map(({ value }) => String(value));
  const resolved = { ...toResolvedUsers(world, ids, channel), ...toResolvedPlaces(world, ids) };
  return { ...toHead(command), options, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) };
}

function toHead({ id, name, type, guild_id }: Json): Json {
  return { id, name, type, ...(guild_id ? { guild_id } : {}) };
}

/** Whether the value of the option is an id. */
function isReference(option: Json): boolean {
  const kind = asInteger(option.type);
  return kind >= optionType.user && kind <= optionType.mentionable;
}
