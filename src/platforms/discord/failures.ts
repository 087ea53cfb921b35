import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { PlatformError, type PlatformFailure, PlatformStartError } from '../../core/errors.ts';

/** What Discord's own codes mean to whoever sends. Those that are not listed are refusals. */
const failures: Readonly<Record<number, PlatformFailure>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'unreachable',
  [RESTJSONErrorCodes.UnknownGuild]: 'unreachable',
  [RESTJSONErrorCodes.MissingAccess]: 'unreachable',
  [RESTJSONErrorCodes.MissingPermissions]: 'unreachable',
  // In a direct conversation alone.
  [RESTJSONErrorCodes.UnknownUser]: 'unreachable',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'unreachable',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'unreachable',
  [RESTJSONErrorCodes.UnknownMessage]: 'gone',
  [RESTJSONErrorCodes.UnknownGuildScheduledEvent]: 'gone',
};

/** Does what Discord is asked for, and turns its refusal into a `PlatformError`. */
export async function orPlatformError<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw toPlatformError(error);
  }
}

/** A failed call as a `PlatformError`. Its reason never holds what was sent. */
function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof RateLimitError) {
    return new PlatformError('later', 'rate limit', { retryAfter: error.retryAfter });
  }
  if (error instanceof DiscordAPIError)
    return new PlatformError(toFailure(error), `discord ${error.status}/${error.code}`);
  if (error instanceof HTTPError) return new PlatformError('later', `discord ${error.status}`);
  // No answer at all: the connection failed, or it took too long.
  return new PlatformError('later', 'no answer', { cause: error });
}

function toFailure({ code, status }: DiscordAPIError): PlatformFailure {
  if (status === 429 || status >= 500) return 'later';
  return failures[Number(code)] ?? 'refused';
}

/** Why Discord does not start: the token is refused, or there is no answer. Other refusals stay `PlatformError`. */
export function toStartError(error: unknown): PlatformStartError | PlatformError {
  if (error instanceof PlatformStartError) return error;
  if (isRefusedToken(error)) return new PlatformStartError('DISCORD_TOKEN', 'refused');
  const failure = toPlatformError(error);
  return failure.failure === 'later'
    ? new PlatformStartError('DISCORD_TOKEN', 'unreachable', { cause: failure })
    : failure;
}

/**
 * Why Discord does not tell the commands of the application whose id was given. It takes the token there and refuses
 * the id: as somebody else's (20012), as unknown (10002), or as none (50035).
 */
export function toApplicationError(error: unknown): unknown {
  const isAboutId = error instanceof DiscordAPIError && [400, 403, 404].includes(error.status);
  return isAboutId ? new PlatformStartError('DISCORD_APPLICATION_ID', 'refused') : error;
}

function isRefusedToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 || error.status === 403;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** A failure for the log. discord.js's own errors carry what was sent and tokens in addresses, so only their codes. */
export function toLogFacts(error: unknown): object {
  const isOfDiscord = error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError;
  return isOfDiscord ? { reason: toPlatformError(error).message } : { err: error };
}
