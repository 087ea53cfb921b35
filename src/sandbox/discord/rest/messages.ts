import { asInteger, asJson, asText, type Json } from '../json.ts';
import { editMessage, messagesOf, postMessage, removeMessage, toReadable } from '../messages.ts';
import { type ApiChannel, channelType, messageType, type StoredMessage } from '../model.ts';
import { permission } from '../permissions.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId, botUser } from '../seed.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { checkForm, checkInteger } from '../validation/check.ts';
import { checkMessage } from '../validation/message.ts';
import { getChannelForBot, type World } from '../world.ts';
import type { Nonces } from './nonces.ts';
import { type Call, noContent, ok, type Route, route } from './router.ts';

/** The messages of a channel. */
export function messageRoutes(world: World, nonces: Nonces): readonly Route[] {
  const list = '/channels/:channel/messages';
  const one = `${list}/:message`;
  return [
    route(`GET ${list}`, (call) => ok(readHistory(world, call))),
    route(`POST ${list}`, (call) => ok(create(world, nonces, call).api)),
    route(`GET ${one}`, (call) => ok(toReadable(world, getMessage(world, call)))),
    route(`PATCH ${one}`, (call) => ok(edit(world, call).api)),
    route(`DELETE ${one}`, (call) => {
      removeMessage(world, getRemovable(world, call));
      return noContent;
    }),
    route('POST /channels/:channel/typing', (call) => {
      getChannelForBot(world, call.params.channel ?? '', permission.sendMessages);
      return noContent;
    }),
  ];
}

function create(world: World, nonces: Nonces, { params, body: raw }: Call): StoredMessage {
  const channel = getChannelForBot(world, params.channel ?? '', permission.sendMessages);
  const body = asJson(raw);
  if (channel.type === channelType.direct && world.closedToDirect.has(channel.recipients?.[0]?.id ?? '')) {
    throw toRestError(50007);
  }
  checkMessage(body, null);
  const known = nonces.find(channel.id, body);
  const earlier = known ? messagesOf(world, channel.id).get(known) : undefined;
  if (earlier) return earlier;
  const message = postMessage(world, { channel, author: botUser, body, ...replyTo(world, channel, body) });
  nonces.remember(channel.id, body, message.api.id);
  return message;
}

/** Where the message answers another one. */
function replyTo(world: World, channel: ApiChannel, body: Json): { extra?: Json } {
  const reference = asJson(body.message_reference);
  const id = asText(reference.message_id);
  if (id === '') return {};
  const exists = messagesOf(world, channel.id).has(id);
  if (!exists && reference.fail_if_not_exists !== false) {
    checkForm((check) => check.at('message_reference').fail('REPLIES_UNKNOWN_MESSAGE', 'Unknown message'));
  }
  const message_reference = { type: 0, channel_id: channel.id, guild_id: channel.guild_id, message_id: id };
  return exists ? { extra: { type: messageType.reply, message_reference } } : {};
}

function edit(world: World, call: Call): StoredMessage {
  const message = getMessage(world, call);
  if (message.api.author.id !== applicationId) throw toRestError(50005);
  checkMessage(asJson(call.body), message.api);
  return editMessage(world, message, asJson(call.body));
}

function getRemovable(world: World, call: Call): StoredMessage {
  const message = getMessage(world, call);
  if (message.api.author.id !== applicationId) {
    getChannelForBot(world, message.api.channel_id, permission.manageMessages);
  }
  return message;
}

/** A message that everybody in the channel sees: private ones are not found by this way. */
function getMessage(world: World, { params }: Call): StoredMessage {
  const channel = getChannelForBot(world, params.channel ?? '', permission.readHistory);
  const message = messagesOf(world, channel.id).get(params.message ?? '');
  if (!message || message.privateTo) throw toRestError(10008);
  return message;
}

/** The newest first; `after` gives the oldest of the younger ones. */
function readHistory(world: World, { params, query }: Call): readonly unknown[] {
  const channel = getChannelForBot(world, params.channel ?? '', permission.readHistory);
  const limit = query.has('limit') ? Number(query.get('limit')) : 50;
  checkForm((check) => checkInteger(check.at('limit'), limit, { min: 1, max: 100 }));
  const before = query.get('before');
  const after = query.get('after');
  const found = [...messagesOf(world, channel.id).values()].filter(
    ({ api, privateTo }) =>
      privateTo === null &&
      (before === null || compareSnowflakes(api.id, before) < 0) &&
      (after === null || compareSnowflakes(api.id, after) > 0),
  );
  const page = after === null ? found.slice(-asInteger(limit)) : found.slice(0, limit);
  return page.reverse().map((message) => toReadable(world, message));
}
