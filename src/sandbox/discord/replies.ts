import type { Interaction } from './interactions.ts';
import type { Json } from './json.ts';
import { postMessage } from './messages.ts';
import { type ApiChannel, interactionType as kind, messageFlag, messageType, type StoredMessage } from './model.ts';
import { toRestError } from './rest-error.ts';
import { applicationId, botUser } from './seed.ts';
import type { World } from './world.ts';

/** Posts the first answer to an interaction; private with the flag for it. */
export function postAnswer(world: World, interaction: Interaction, body: Json, flags: number): StoredMessage {
  const type = interaction.sourceId === null ? messageType.chatCommand : messageType.reply;
  return post(world, interaction, body, flags, type, interaction.sourceId);
}

/** Posts a further answer, below the first. */
export function postFollowUp(world: World, interaction: Interaction, body: Json, flags: number): StoredMessage {
  return post(world, interaction, body, flags, messageType.reply, interaction.originalId);
}

function post(
  world: World,
  interaction: Interaction,
  body: Json,
  flags: number,
  type: number,
  below: string | null,
): StoredMessage {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw toRestError(10003);
  const reference = below
    ? { message_reference: { type: 0, channel_id: channel.id, guild_id: channel.guild_id, message_id: below } }
    : {};
  return postMessage(world, {
    channel,
    author: botUser,
    body,
    flags,
    token: interaction.token,
    ...(flags & messageFlag.ephemeral ? { privateTo: interaction.personId } : {}),
    extra: {
      type,
      webhook_id: applicationId,
      ...reference,
      interaction_metadata: toMetadata(world, interaction, channel),
    },
  });
}

function toMetadata(world: World, interaction: Interaction, channel: ApiChannel): Json {
  return {
    id: interaction.id,
    type: interaction.kind,
    user: world.users.get(interaction.personId),
    authorizing_integration_owners: toOwners(channel),
    ...(interaction.kind === kind.command ? { name: interaction.name } : {}),
    ...(interaction.kind === kind.component ? { interacted_message_id: interaction.sourceId } : {}),
  };
}

/** Through whom the bot was installed: the server, or nobody in a direct conversation. */
export function toOwners(channel: ApiChannel): Json {
  return { 0: channel.guild_id ?? '0' };
}
