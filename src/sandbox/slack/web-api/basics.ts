import { ApiError } from '../api-error.ts';
import { bot, team } from '../people.ts';
import { type Method, tiers } from './method.ts';

/** Who am I, where am I, how do I connect. */
export const basicMethods: Readonly<Record<string, Method>> = {
  'api.test': { token: 'none', limit: tiers.four, run: (_, given) => ({ args: given.all }) },
  'auth.test': {
    limit: { burst: 600, every: 100 },
    run: () => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: bot.handle,
      team_id: team.id,
      user_id: bot.id,
      bot_id: bot.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    limit: { burst: 10, every: 6_000 },
    run: ({ openConnection }) => ({ url: openConnection() }),
  },
  'bots.info': {
    scope: 'users:read',
    limit: tiers.three,
    run: (_, given) => {
      if (given.text('bot') !== bot.botId) throw new ApiError('bot_not_found');
      return {
        bot: {
          id: bot.botId,
          app_id: bot.appId,
          user_id: bot.id,
          name: bot.name,
          deleted: false,
          updated: 0,
          icons: {},
        },
      };
    },
  },
  'team.info': {
    scope: 'team:read',
    limit: tiers.three,
    run: () => ({ team: { ...team, email_domain: '', icon: {} } }),
  },
};
