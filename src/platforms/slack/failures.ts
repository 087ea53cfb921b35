import { webApi } from '@slack/bolt';
import { PlatformError, type PlatformFailure, PlatformStartError } from '../../core/errors.ts';

/** Slack's words for a refusal (docs.slack.dev, "Errors" of chat.postMessage, chat.update, conversations.history and conversations.open). */
const meanings: Readonly<Record<string, PlatformFailure>> = {
  channel_not_found: 'unreachable',
  not_in_channel: 'unreachable',
  is_archived: 'unreachable',
  is_inactive: 'unreachable',
  restricted_action: 'unreachable',
  restricted_action_read_only_channel: 'unreachable',
  restricted_action_thread_only_channel: 'unreachable',
  restricted_action_non_threadable_channel: 'unreachable',
  no_permission: 'unreachable',
  messages_tab_disabled: 'unreachable',
  user_not_found: 'unreachable',
  user_not_in_channel: 'unreachable',
  user_disabled: 'unreachable',
  user_not_visible: 'unreachable',
  message_not_found: 'gone',
  // An operator can mend these while a delivery waits.
  invalid_auth: 'later',
  not_authed: 'later',
  account_inactive: 'later',
  token_expired: 'later',
  token_revoked: 'later',
  missing_scope: 'later',
  ratelimited: 'later',
  rate_limited: 'later',
  internal_error: 'later',
  fatal_error: 'later',
  service_unavailable: 'later',
  request_timeout: 'later',
  team_added_to_org: 'later',
};

/** What an error of Slack's client comes to for whoever wanted something sent. */
export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new PlatformError('later', 'rate limited', { cause: error, retryAfter: error.retryAfter * 1_000 });
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    return new PlatformError(meanings[error.data.error] ?? 'refused', error.data.error, { cause: error });
  }
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) {
    return new PlatformError('refused', `HTTP ${error.statusCode}`, { cause: error });
  }
  if (error instanceof webApi.SlackError) return new PlatformError('later', error.code, { cause: error });
  return new PlatformError('refused', error instanceof Error ? error.message : String(error), { cause: error });
}

/** What an error at start says of the token that was used. */
export function toStartError(variable: string, error: unknown): PlatformStartError {
  const refused = error instanceof webApi.WebAPIPlatformError;
  return new PlatformStartError(variable, refused ? 'refused' : 'unreachable', { cause: error });
}

/** Whether Slack refused with that word. */
export function isRefusal(error: unknown, word: string): boolean {
  return error instanceof webApi.WebAPIPlatformError && error.data.error === word;
}
