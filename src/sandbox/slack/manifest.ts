import { ApiError } from './api-error.ts';
import { boolean, type Dict, isDict, list, reasonsAgainst, shape, string } from './blocks/judge.ts';
import { limits } from './limits.ts';

/** A slash command as the workspace knows it. `command` begins with its slash. */
export interface InstalledCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  /** Mentions and links in its text arrive as `<@U…|name>`, `<#C…|name>`, `<https://…>`. */
  readonly should_escape?: boolean;
}

/** What was installed with the app. Without a manifest: no commands, every event, every scope. */
export interface InstalledApp {
  readonly commands: () => readonly InstalledCommand[];
  readonly hearsEvent: (type: string) => boolean;
  /** What the app was granted; null without a manifest. */
  readonly scopes: () => readonly string[] | null;
  /** Throws Slack's refusal where the app was not given this scope. */
  readonly requireScope: (scope: string) => void;
  /** Takes an app manifest in place of the one before. Throws an `Error` that names what Slack would refuse. */
  readonly install: (manifest: unknown) => void;
}

const slashCommands = list(
  0,
  limits.commands,
  shape(
    { command: string(32, /^\/[^\s/]+$/u), description: string(limits.commandDescription) },
    { usage_hint: string(limits.commandUsageHint), should_escape: boolean, url: string(limits.url) },
  ),
);

/** Commands that are Slack's own in every workspace. */
const reserved = new Set(
  ['active', 'apps', 'archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed', 'invite', 'join', 'kick']
    .concat(['leave', 'me', 'msg', 'mute', 'open', 'part', 'prefs', 'remind', 'remove', 'rename', 'search', 'shrug'])
    .concat(['star', 'status', 'topic', 'who'])
    .map((name) => `/${name}`),
);

export function createInstalledApp(): InstalledApp {
  let commands: readonly InstalledCommand[] = [];
  let events: readonly string[] | null = null;
  let scopes: readonly string[] | null = null;
  return {
    commands: () => commands,
    hearsEvent: (type) => events === null || events.includes(type),
    scopes: () => scopes,
    requireScope: (scope) => {
      if (scopes === null || scopes.includes(scope)) return;
      throw new ApiError('missing_scope', [], { needed: scope, provided: scopes.join(',') });
    },
    install: (manifest) => {
      commands = parseCommands(at(manifest, 'features', 'slash_commands') ?? []);
      events = toStrings(at(manifest, 'settings', 'event_subscriptions', 'bot_events') ?? []);
      scopes = toStrings(at(manifest, 'oauth_config', 'scopes', 'bot') ?? []);
    },
  };
}

function parseCommands(value: unknown): readonly InstalledCommand[] {
  const reasons = reasonsAgainst(slashCommands, value, '/features/slash_commands');
  if (reasons.length > 0) throw new Error(`invalid_manifest\n${reasons.join('\n')}`);
  // Judged just now, down to the type of each member.
  const commands = value as readonly InstalledCommand[];
  const taken = commands.find(({ command }) => reserved.has(command));
  if (taken) throw new Error(`invalid_manifest: ${taken.command} is one of Slack's own commands`);
  return commands;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isDict(inner) ? (inner as Dict)[name] : undefined), value);
}

function toStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
