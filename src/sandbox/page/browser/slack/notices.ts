import type { SandboxMessage } from '../../../contract.ts';
import type { PageWord } from '../../words.ts';
import type { Say } from '../words.ts';

/** What Slackbot says where the bot does not, by Slack's own codes. */
const notices: Readonly<Record<string, PageWord>> = {
  unknown_command: 'notice.unknown',
  operation_timeout: 'notice.failed',
  dispatch_failed: 'notice.failed',
  http_service_error: 'notice.failed',
  invalid_command_response: 'notice.failed',
};

/** The words of a notice of Slack's own; null for any other post. */
export function saySlackNotice({ payload }: SandboxMessage, say: Say): string | null {
  return typeof payload.notice === 'string' ? say(notices[payload.notice] ?? 'notice.failed') : null;
}
