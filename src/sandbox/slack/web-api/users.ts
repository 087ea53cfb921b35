import { ApiError } from '../api-error.ts';
import type { Dict } from '../blocks/judge.ts';
import { bot, findPerson, people, type SlackPerson, team } from '../people.ts';
import { type Method, tiers } from './method.ts';

export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': {
    scope: 'users:read',
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const id = given.required('user');
      if (id === bot.id) return { user: botUser() };
      const person = findPerson(id);
      if (!person) throw new ApiError('user_not_found');
      return { user: toUser(person, given.flag('include_locale'), workspace.now()) };
    },
  },
  'users.list': {
    scope: 'users:read',
    limit: tiers.two,
    run: ({ workspace }, given) => ({
      members: [...people.map((person) => toUser(person, given.flag('include_locale'), workspace.now())), botUser()],
      cache_ts: Math.floor(workspace.now().getTime() / 1000),
      response_metadata: { next_cursor: '' },
    }),
  },
};

function toUser(person: SlackPerson, withLocale: boolean, at: Date): Dict {
  return {
    id: person.id,
    team_id: team.id,
    name: person.handle,
    real_name: person.name,
    deleted: false,
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: offsetOf(person.zone, at),
    profile: {
      real_name: person.name,
      real_name_normalized: person.name.normalize('NFD').replace(/\p{M}/gu, ''),
      display_name: person.name,
      display_name_normalized: person.name,
      team: team.id,
    },
    is_admin: person.admin || person.owner,
    is_owner: person.owner,
    is_primary_owner: person.owner,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    updated: 0,
    ...(withLocale && { locale: person.locale }),
  };
}

/** Seconds east of UTC. */
function offsetOf(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours = 0, minutes = 0] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name ?? '') ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
}

function botUser(): Dict {
  return {
    id: bot.id,
    team_id: team.id,
    name: bot.handle,
    real_name: bot.name,
    deleted: false,
    profile: { real_name: bot.name, display_name: '', bot_id: bot.botId, api_app_id: bot.appId, team: team.id },
    is_admin: false,
    is_owner: false,
    is_bot: true,
    updated: 0,
  };
}
