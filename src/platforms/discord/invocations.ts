import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  userMention,
} from 'discord.js';
import type { Actor, Completion, Invocation, OperationName, Place } from '../../core/invocation.ts';
import type { Control } from './control-ids.ts';
import { displayNameOf } from './display-names.ts';
import { readModal } from './forms.ts';

/** A slash command as an invocation. */
export function fromCommand(interaction: ChatInputCommandInteraction): Invocation {
  const { operation, input, names } = readOptions(interaction);
  return { ...whereAndWho(interaction), operation, input, names, via: 'command' };
}

/** A pressed button, or a select with what was chosen in it. */
export function fromControl(interaction: MessageComponentInteraction, { press, fills }: Control): Invocation {
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const filled = fills !== undefined && chosen !== undefined ? { [fills]: chosen } : {};
  const input = { ...press.input, ...filled };
  return { ...whereAndWho(interaction), operation: press.operation, input, names: {}, via: 'control' };
}

/** A submitted modal: what its id carries and what was filled in. */
export function fromModal(interaction: ModalSubmitInteraction, { press }: Control): Invocation {
  const { input, names } = readModal(press.input, interaction.fields.fields);
  return { ...whereAndWho(interaction), operation: press.operation, input, names, via: 'form' };
}

/** Somebody who is typing a slash command. */
export function fromTyping(interaction: AutocompleteInteraction): Completion {
  const { operation, input } = readOptions(interaction);
  const { place, actor, direct } = whereAndWho(interaction);
  return { place, actor, direct, operation, input, focused: interaction.options.getFocused(true).name };
}

function whereAndWho(interaction: BaseInteraction) {
  return {
    id: interaction.id,
    place: toPlace(interaction),
    placeName: toPlaceName(interaction),
    direct: interaction.guildId === null,
    actor: toActor(interaction),
  };
}

/** A direct conversation stands in no server: its workspace is empty. A thread belongs to the channel it hangs on. */
function toPlace({ guildId, channelId, channel }: BaseInteraction): Place {
  const own = channel?.isThread() ? channel.parentId : channelId;
  return { platform: 'discord', workspaceId: guildId ?? '', channelId: own ?? '' };
}

function toPlaceName({ channel }: BaseInteraction): string {
  const own = channel?.isThread() ? channel.parent : channel;
  return own && 'name' in own ? (own.name ?? '') : '';
}

function toActor({ user, member, locale, memberPermissions }: BaseInteraction): Actor {
  return {
    accountId: user.id,
    name: displayNameOf(user, member),
    locale,
    // Administrators have every permission. In a direct conversation nobody has authority.
    authority: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** The options in force: those of the subcommand. Discord sends the names as they were registered, in no language. */
function readOptions({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  const subcommand = options.data[0];
  const given = subcommand?.options ?? [];
  return {
    operation: `${commandName}.${subcommand?.name ?? ''}` as OperationName,
    input: Object.fromEntries(given.map((option) => [option.name, readOption(option)])),
    names: Object.fromEntries(
      given.flatMap(({ user, member }) => (user ? [[user.id, displayNameOf(user, member)]] : [])),
    ),
  };
}

function readOption({ user, value }: CommandInteractionOption): string {
  return user ? userMention(user.id) : String(value ?? '');
}
