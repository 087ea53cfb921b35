import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { AccountFacts, Actor, Invocation, Place, RawInput } from '../../core/invocation.ts';
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

/** What is known of an account without asking Slack. */
export type FindFacts = (accountId: string) => AccountFacts | null;

/** A typed command. */
export function readCommand(command: SlashCommand, grammar: Grammar, findFacts: FindFacts): Received {
  const { trigger_id: triggerId, team_id: workspaceId, channel_id: channelId, user_id: accountId } = command;
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
      actor: toActor(accountId, command.user_name, findFacts),
      ...grammar.read(command.command.replace(/^\//, ''), command.text),
      via: 'command',
      names: {},
    },
  };
}

/** A pressed control; null where it is none of ours, such as a link. */
export function readAction(body: BlockAction, workspaceId: string, findFacts: FindFacts): ReceivedPress | null {
  const [action] = body.actions;
  const chosen = action?.type === 'static_select' ? action.selected_option.value : undefined;
  const press = action && decodeControl(action.action_id, chosen);
  if (!press) return null;
  const { trigger_id: triggerId, user } = body;
  // The App Home has no channel: what is pressed there is answered in the direct conversation with the bot.
  const channelId = body.channel?.id ?? (body.view?.private_metadata || user.id);
  const place: Place = { platform: 'slack', workspaceId: body.team?.id ?? workspaceId, channelId };
  const origin = {
    place,
    placeName: body.channel?.name ?? '',
    direct: body.channel === undefined || isDirect(channelId),
  };
  return {
    triggerId,
    pressedOn: body.view ? 'home' : body.container.is_ephemeral === true ? 'private message' : 'post',
    destination: { ...origin, accountId: user.id, ...(body.response_url && { responseUrl: body.response_url }) },
    invocation: {
      id: triggerId,
      ...origin,
      actor: toActor(user.id, user.name ?? user.username, findFacts),
      operation: press.operation,
      input: press.input,
      via: 'control',
      names: {},
    },
  };
}

/** A filled form; null where it is none of ours. */
export function readSubmission(body: ViewSubmitAction, workspaceId: string, findFacts: FindFacts): Received | null {
  const memory = decodeMemory(body.view.private_metadata, body.team?.id ?? workspaceId);
  if (!memory) return null;
  const { press, ...origin }: FormMemory = memory;
  const { user, trigger_id: triggerId } = body;
  const filled = readValues(body.view.state.values);
  const people = Object.values(body.view.state.values).flatMap((block) =>
    Object.values(block).flatMap(({ selected_user: accountId }) => accountId ?? []),
  );
  return {
    triggerId,
    destination: { ...origin, accountId: user.id },
    invocation: {
      id: triggerId,
      place: origin.place,
      placeName: origin.placeName,
      direct: origin.direct,
      actor: toActor(user.id, user.name, findFacts),
      operation: press.operation,
      input: { ...press.input, ...filled },
      via: 'form',
      names: Object.fromEntries(people.map((accountId) => [accountId, findFacts(accountId)?.name ?? accountId])),
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

function toActor(accountId: string, name: string, findFacts: FindFacts): Actor {
  const facts = findFacts(accountId);
  if (!facts) return { accountId, name };
  const { name: known, locale, authority } = facts;
  return { accountId, name: known, authority, ...(locale !== undefined && { locale }) };
}

function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}
