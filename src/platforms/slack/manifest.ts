import { cut } from '../../core/cut.ts';
import type { Command } from '../../core/define.ts';
import { plain } from '../../core/rich-text.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { limits } from './limits.ts';

export interface ManifestOptions {
  /** Language of the descriptions; English by default. */
  readonly locale?: string;
  /** Where Slack reaches our web server; without it the app uses Socket Mode. */
  readonly publicUrl?: string | undefined;
}

/**
 * What the bot may do, each for one reason: hear commands (`commands`), post (`chat:write`) also where nobody invited
 * it yet (`channels:join`), know a person's zone, language and authority (`users:read`), and look for its own post
 * after a crash in public and private channels (`*:history`) and direct conversations (`im:history`, `im:write`).
 */
export const botScopes = [
  'commands',
  'chat:write',
  'channels:join',
  'users:read',
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
];

/** The app's manifest, to be pasted at api.slack.com/apps (docs.slack.dev, "App manifest reference"). */
export function toManifest(commands: readonly Command[], catalogue: Catalogue, options: ManifestOptions = {}) {
  const { locale = 'en', publicUrl } = options;
  const translate = catalogue.speak(locale);
  // The keys of a definition's words follow from its names; test/locales checks that all of them are there.
  const say = (key: string) => plain(translate(key as MessageKey));
  const url = publicUrl && { request_url: new URL('/slack/events', publicUrl).href };
  return {
    display_information: {
      name: cut(say('slack.manifest.name'), limits.manifest.name),
      description: cut(say('slack.manifest.description'), limits.manifest.description),
      background_color: '#2b4f60',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: cut(say('slack.manifest.name'), limits.manifest.botName), always_online: true },
      slash_commands: commands.map(({ name, subcommands }) => ({
        command: `/${name}`,
        description: cut(say(`commands.${name}.description`), limits.manifest.commandDescription),
        usage_hint: cut(Object.keys(subcommands).join(' | '), limits.manifest.usageHint),
        // People arrive as `<@U…>`, whatever they are called.
        should_escape: true,
        ...(url && { url: url.request_url }),
      })),
    },
    oauth_config: { scopes: { bot: botScopes } },
    settings: {
      event_subscriptions: { ...url, bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: !url,
      token_rotation_enabled: false,
    },
  };
}
