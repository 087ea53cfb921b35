import { intent } from '../intents.ts';
import { asInteger, asJson, asText, type Json } from '../json.ts';
import { messagesOf } from '../messages.ts';
import { type ApiChannel, channelType } from '../model.ts';
import { permission } from '../permissions.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId } from '../seed.ts';
import { checkChoice, checkForm, checkText } from '../validation/check.ts';
import { limits } from '../validation/limits.ts';
import { getChannelForBot, getDirectChannel, toApiChannel, type World } from '../world.ts';
import { type Call, created, ok, type Route, route } from './router.ts';

/** Channels, direct conversations and threads. */
export function channelRoutes(world: World): readonly Route[] {
  return [
    route('GET /channels/:channel', ({ params }) => ok(toApiChannel(getChannelForBot(world, params.channel ?? '')))),
    route('POST /users/@me/channels', ({ body }) =>
      ok(toApiChannel(getDirectChannel(world, asText(asJson(body).recipient_id)))),
    ),
    route('POST /channels/:channel/threads', (call) => created(startThread(world, call, world.nextId()))),
    route('POST /channels/:channel/messages/:message/threads', (call) => {
      const messageId = call.params.message ?? '';
      if (!messagesOf(world, call.params.channel ?? '').has(messageId)) throw toRestError(10008);
      if (world.channels.has(messageId)) throw toRestError(160004);
      return created(startThread(world, call, messageId));
    }),
  ];
}

const archiveMinutes = [60, 1_440, 4_320, 10_080];

/** A thread that hangs on a message shares its id. */
function startThread(world: World, { params, body: raw }: Call, id: string): Json {
  const parent = getChannelForBot(world, params.channel ?? '', permission.createPublicThreads);
  if (parent.type !== channelType.text) throw toRestError(50024);
  const body = asJson(raw);
  checkForm((check) => {
    checkText(check.at('name'), body.name, { min: 1, max: limits.threadName, required: true });
    checkChoice(check.at('auto_archive_duration'), body.auto_archive_duration, archiveMinutes);
    checkChoice(check.at('type'), body.type, [channelType.thread]);
  });
  const thread = toThread(world, parent, body, id);
  world.channels.set(id, thread);
  const data = toApiChannel(thread);
  world.gateway.dispatch('THREAD_CREATE', intent.guilds, { ...data, newly_created: true });
  world.changed();
  return data;
}

function toThread(world: World, parent: ApiChannel, body: Json, id: string): ApiChannel {
  return {
    id,
    type: channelType.thread,
    flags: 0,
    name: asText(body.name),
    guild_id: parent.guild_id ?? '',
    parent_id: parent.id,
    owner_id: applicationId,
    permission_overwrites: [],
    last_message_id: null,
    thread_metadata: {
      archived: false,
      auto_archive_duration: asInteger(body.auto_archive_duration, 4_320),
      archive_timestamp: world.now().toISOString(),
      locked: false,
      create_timestamp: world.now().toISOString(),
    },
  };
}
