import { intent } from '../intents.ts';
import { asJson, type Json } from '../json.ts';
import { type Permission, permission, permissionsOf } from '../permissions.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId, botUser, guild } from '../seed.ts';
import { checkForm } from '../validation/check.ts';
import { checkScheduledEvent } from '../validation/scheduled-event.ts';
import type { World } from '../world.ts';
import { type Call, noContent, ok, type Route, route } from './router.ts';

/** The events of the server's calendar. */
export function scheduledEventRoutes(world: World): readonly Route[] {
  const list = '/guilds/:guild/scheduled-events';
  const one = `${list}/:event`;
  return [
    route(`GET ${list}`, () => ok([...world.scheduledEvents.values()])),
    route(`POST ${list}`, (call) => ok(create(world, call))),
    route(`GET ${one}`, (call) => ok(getEvent(world, call))),
    route(`PATCH ${one}`, (call) => ok(change(world, call))),
    route(`DELETE ${one}`, (call) => {
      const event = getEvent(world, call);
      world.scheduledEvents.delete(String(event.id));
      tell(world, 'GUILD_SCHEDULED_EVENT_DELETE', event);
      return noContent;
    }),
  ];
}

function create(world: World, { params, body }: Call): Json {
  demand(world, params.guild, permission.createEvents);
  checkForm((check) => checkScheduledEvent(check, asJson(body), world.now()));
  const event: Json = {
    channel_id: null,
    entity_id: null,
    entity_metadata: null,
    scheduled_end_time: null,
    recurrence_rule: null,
    image: null,
    ...asJson(body),
    id: world.nextId(),
    guild_id: guild.id,
    creator_id: applicationId,
    creator: botUser,
    status: 1,
    user_count: 0,
  };
  world.scheduledEvents.set(String(event.id), event);
  tell(world, 'GUILD_SCHEDULED_EVENT_CREATE', event);
  return event;
}

function change(world: World, call: Call): Json {
  demand(world, call.params.guild, permission.createEvents);
  const event: Json = { ...getEvent(world, call), ...asJson(call.body) };
  checkForm((check) => checkScheduledEvent(check, event, world.now()));
  world.scheduledEvents.set(String(call.params.event), event);
  tell(world, 'GUILD_SCHEDULED_EVENT_UPDATE', event);
  return event;
}

function getEvent(world: World, { params }: Call): Json {
  const found = world.scheduledEvents.get(params.event ?? '');
  if (!found) throw toRestError(10070);
  return found;
}

function demand(world: World, guildId: string | undefined, needed: Permission): void {
  if (guildId !== guild.id) throw toRestError(10004);
  const member = world.members.get(applicationId);
  const held = member ? permissionsOf(member, world.roles, guild) : 0n;
  if ((held & needed) === 0n) throw toRestError(50013);
}

function tell(world: World, name: string, event: Json): void {
  world.gateway.dispatch(name, intent.guildScheduledEvents, event);
  world.changed();
}
