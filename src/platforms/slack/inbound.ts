import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Invocation, Place, RawInput } from '../../core/invocation.ts';
import type { Destination } from './answers.ts';
import { decodeControl } from './controls.ts';
import { decodeMemory, type FormMemory } from './form-metadata.ts';
import type { Grammar } from './grammar.ts';

/** Something a person did, and where its answer goes. */
export interface Received {
  readonly invocation: Invocation;
  readonly destination: Destination;
  /** Opens a form, for three seconds. */
  readonly triggerId: string;
}

/** A pressed control, and on what it was pressed. */
export interface ReceivedPress extends Received {
  readonly pressedOn: 'post' | 'private message' | 'home';
}

/*
 * `workspaceId` is the workspace of the bot's token. What Slack says of a team is not used: it is null where the app is
 * installed for a whole organisation, and in a channel shared with others (Slack Connect) it is theirs.
 */

/** A typed command. */
export function readCommand(command: SlashCommand, grammar: Grammar, workspaceId: string): Received {
  const { trigger_id: triggerId, channel_id: channelId, user_id: accountId } = command;
  const place: Place = { platform: 'slack', workspaceId, channelId };
  const direct = isDirect(channelId);
  const placeName = command.channel_name;
  return {
    triggerId,
    destination: { place, placeName, direct, accountId, responseUrl: command.response_url },
    invocation: {
      id: triggerId,
      place,
      placeName,
      direct,
      actor: { accountId, name: command.user_name || accountId },
      ...grammar.read(command.command.replace(/^\//, ''), command.text),
      via: 'command',
      names: {},
    },
  };
}

/** A pressed control; null where it is none of ours, such as a link. */
export function readAction(body: BlockAction, workspaceId: string): ReceivedPress | null {
  const [action] = body.actions;
  const chosen = action?.type === 'static_select' ? action.selected_option.value : undefined;
  const id = action?.type === 'button' && action.value ? action.value : action?.action_id;
  const press = id === undefined ? null : decodeControl(id, chosen);
  if (!press) return null;
  const { trigger_id: triggerId, user } = body;
  // The App Home has no channel: what is pressed there is answered in the direct conversation with the bot.
  const posted: string | undefined = body.channel?.id ?? body.container.channel_id;
  const channelId = posted ?? (body.view?.private_metadata || user.id);
  const place: Place = { platform: 'slack', workspaceId, channelId };
  const origin = {
    place,
    placeName: body.channel?.name ?? '',
    direct: posted === undefined || isDirect(channelId),
  };
  return {
    triggerId,
    pressedOn: body.view ? 'home' : body.container.is_ephemeral === true ? 'private message' : 'post',
    destination: { ...origin, accountId: user.id, ...(body.response_url && { responseUrl: body.response_url }) },
    invocation: {
      id: triggerId,
      ...origin,
      actor: { accountId: user.id, name: user.name || user.username || user.id },
      operation: press.operation,
      input: press.input,
      via: 'control',
      names: {},
    },
  };
}

/** A filled form; null where it is none of ours. */
export function readSubmission(body: ViewSubmitAction, workspaceId: string): Received | null {
  const memory = decodeMemory(body.view.private_metadata, workspaceId);
  if (!memory) return null;
  const { press, ...origin }: FormMemory = memory;
  const { user, trigger_id: triggerId } = body;
  const filled = readValues(body.view.state.values);
  return {
    triggerId,
    destination: { ...origin, accountId: user.id },
    invocation: {
      id: triggerId,
      place: origin.place,
      placeName: origin.placeName,
      direct: origin.direct,
      actor: { accountId: user.id, name: user.name || user.id },
      operation: press.operation,
      input: { ...press.input, ...filled },
      via: 'form',
      names: {},
    },
  };
}

type Values = ViewSubmitAction['view']['state']['values'];

/** What was filled in, by the names of the fields; what was left empty is absent. */
function readValues(values: Values): RawInput {
  const given = Object.entries(values).flatMap(([name, block]) =>
    Object.values(block).map(({ value, selected_option: option, selected_user: accountId }) => {
      return [name, accountId ? `<@${accountId}>` : (option?.value ?? value ?? '')] as const;
    }),
  );
  return Object.fromEntries(given.filter(([, value]) => value.trim() !== ''));
}

function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}
