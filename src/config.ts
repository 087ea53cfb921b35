import { z } from 'zod';

/** How the bot reaches Slack. */
type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly appToken: string }
  | { readonly signingSecret: string }
);

interface DiscordConfig {
  readonly token: string;
  readonly applicationId?: string;
  readonly apiUrl?: string;
}

/** All that can be set from outside, read once. */
export interface Config {
  /** Null: that platform is off. */
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Undefined: 3000, or any free one where that is taken. */
  readonly port: number | undefined;
  readonly publicUrl: string | undefined;
  /** Undefined: `info`, or `warn` in the sandbox. */
  readonly logLevel: string | undefined;
  readonly locale: string;
  readonly zone: string;
}

/** Something in the environment is missing or cannot be used. `variable` names it; its value is never part of it. */
export class ConfigError extends Error {
  readonly variable: string;
  readonly problem: 'missing' | 'invalid';

  constructor(variable: string, problem: 'missing' | 'invalid') {
    super(`${variable} is ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
    this.problem = problem;
  }
}

const blankAsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankAsAbsent, type.optional());
const url = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(?:${protocols.join('|')})$`) });

const environment = z.object({
  SLACK_BOT_TOKEN: optional(z.string().trim().startsWith('xoxb-')),
  SLACK_APP_TOKEN: optional(z.string().trim().startsWith('xapp-')),
  SLACK_SIGNING_SECRET: optional(z.string().trim().min(8)),
  SLACK_API_URL: optional(url('https', 'http').endsWith('/api/')),
  DISCORD_TOKEN: optional(z.string().trim().min(8)),
  DISCORD_APPLICATION_ID: optional(
    z
      .string()
      .trim()
      .regex(/^\d{17,20}$/),
  ),
  DISCORD_API_URL: optional(url('https', 'http')),
  DATABASE_URL: optional(url('postgresql', 'postgres', 'file')),
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  PUBLIC_URL: optional(url('https', 'http')),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  DEFAULT_LOCALE: optional(z.string().refine(isLocale)),
  DEFAULT_TIMEZONE: optional(z.string().refine(isZone)),
});

type Environment = z.infer<typeof environment>;
type Environs = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws `ConfigError` for the first variable that cannot be used. */
export function readConfig(env: Environs): Config {
  const [first] = findConfigErrors(env);
  if (first) throw first;
  const given = environment.parse(env);
  return {
    slack: readSlack(given),
    discord: readDiscord(given),
    databaseUrl: given.DATABASE_URL,
    dataDirectory: 'data',
    port: given.PORT,
    publicUrl: given.PUBLIC_URL,
    logLevel: given.LOG_LEVEL,
    locale: given.DEFAULT_LOCALE ?? 'en',
    zone: given.DEFAULT_TIMEZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** Everything in the environment that is missing or cannot be used. */
export function findConfigErrors(env: Environs): readonly ConfigError[] {
  const issues = environment.safeParse(env).error?.issues ?? [];
  const invalid = new Set(issues.map(({ path }) => String(path[0])));
  return [
    ...[...invalid].map((variable) => new ConfigError(variable, 'invalid')),
    ...findMissing(env).map((variable) => new ConfigError(variable, 'missing')),
  ];
}

/** What is needed besides what is there, whether or not that can be used. */
function findMissing(env: Environs): readonly string[] {
  const has = (variable: string) => blankAsAbsent(env[variable]) !== undefined;
  const missing: string[] = [];
  const listens = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  if (listens && !has('SLACK_BOT_TOKEN')) missing.push('SLACK_BOT_TOKEN');
  if (!listens && has('SLACK_BOT_TOKEN')) missing.push('SLACK_APP_TOKEN');
  if (has('DISCORD_APPLICATION_ID') && !has('DISCORD_TOKEN')) missing.push('DISCORD_TOKEN');
  return missing;
}

function readSlack(given: Environment): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (!botToken) return null;
  const api = given.SLACK_API_URL ? { apiUrl: given.SLACK_API_URL } : {};
  if (appToken) return { botToken, appToken, ...api };
  return signingSecret ? { botToken, signingSecret, ...api } : null;
}

function readDiscord(given: Environment): DiscordConfig | null {
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl } = given;
  if (!token) return null;
  return { token, ...(applicationId && { applicationId }), ...(apiUrl && { apiUrl }) };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
