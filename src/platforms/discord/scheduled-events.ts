import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  type REST,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js';
import { cut } from '../../core/cut.ts';
import type { CalendarEntry, PlatformCalendar } from '../../core/ports.ts';
import { orPlatformError } from './failures.ts';
import { limits } from './limits.ts';

/**
 * The scheduled events of a server. Making them needs the permission "Create Events", with which the bot may change
 * its own (docs.discord.com, Guild Scheduled Event). `botId`: whose events are ours.
 */
export function createCalendar(rest: REST, botId: () => string): PlatformCalendar {
  const add = async (serverId: string, entry: CalendarEntry) => {
    const body: RESTPostAPIGuildScheduledEventJSONBody = {
      ...toBody(entry),
      privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
      entity_type: GuildScheduledEventEntityType.External,
    };
    return ((await rest.post(Routes.guildScheduledEvents(serverId), { body })) as APIGuildScheduledEvent).id;
  };
  const patch = (serverId: string, id: string, body: RESTPatchAPIGuildScheduledEventJSONBody) =>
    rest.patch(Routes.guildScheduledEvent(serverId, id), { body });
  const find = async (serverId: string, wanted: CalendarEntry) => {
    const { name } = toBody(wanted);
    const events = (await rest.get(Routes.guildScheduledEvents(serverId))) as APIGuildScheduledEvent[];
    const isIt = (event: APIGuildScheduledEvent) =>
      event.creator_id === botId() && event.name === name && event.description?.endsWith(wanted.mark);
    return events.find(isIt)?.id ?? null;
  };
  return {
    add: ({ workspaceId }, entry) => orPlatformError(() => add(workspaceId, entry)),
    change: ({ workspaceId }, id, entry) =>
      orPlatformError(async () => void (await patch(workspaceId, id, toBody(entry)))),
    cancel: ({ workspaceId }, id) =>
      orPlatformError(async () => void (await patch(workspaceId, id, { status: GuildScheduledEventStatus.Canceled }))),
    find: ({ workspaceId }, entry) => orPlatformError(() => find(workspaceId, entry)),
  };
}

function toBody({ name, description, location, startsAt, endsAt, mark }: CalendarEntry) {
  const { event } = limits;
  const room = event.description - mark.length - 2;
  return {
    name: cut(name, event.name),
    description: [cut(description, room), mark].filter(Boolean).join('\n\n'),
    scheduled_start_time: startsAt.toISOString(),
    scheduled_end_time: endsAt.toISOString(),
    entity_metadata: { location: cut(location, event.location) },
  };
}
