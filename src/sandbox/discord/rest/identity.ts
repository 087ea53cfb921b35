import type { Json } from '../json.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId, botUser, guild } from '../seed.ts';
import type { World } from '../world.ts';
import { ok, type Route, route } from './router.ts';

/** Who the bot is, who others are, and where the gateway stands. */
export function identityRoutes(world: World, gatewayUrl: () => string): readonly Route[] {
  return [
    route('GET /gateway', () => ok({ url: gatewayUrl() }), { open: true }),
    route('GET /gateway/bot', () =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
    ),
    route('GET /users/@me', () => ok({ ...botUser, bot: true, verified: true, locale: guild.preferred_locale })),
    route('GET /users/@me/guilds', () =>
      ok([{ id: guild.id, name: guild.name, icon: null, banner: null, owner: false, permissions: '0', features: [] }]),
    ),
    route('GET /users/:user', ({ params }) => {
      const user = world.users.get(params.user ?? '');
      if (!user) throw toRestError(10013);
      return ok(user);
    }),
    route('GET /applications/@me', () => ok(toApplication())),
    route('GET /oauth2/applications/@me', () => ok(toApplication())),
  ];
}

function toApplication(): Json {
  return {
    id: applicationId,
    name: botUser.username,
    icon: null,
    description: '',
    bot_public: false,
    bot_require_code_grant: false,
    bot: botUser,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: 1,
    owner: null,
    team: null,
  };
}
