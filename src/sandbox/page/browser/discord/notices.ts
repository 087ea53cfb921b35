import type { SandboxMessage } from '../../../contract.ts';
import type { Say } from '../words.ts';

/** The words of what a client says by itself, where the bot does not; null for any other post. */
export function sayDiscordNotice({ payload }: SandboxMessage, say: Say): string | null {
  if (payload.failed === true) return say('notice.failed');
  if (typeof payload.unknown === 'string') return say('notice.unknown');
  if (Array.isArray(payload.missing)) return say('notice.missing', { options: payload.missing.join(', ') });
  if (Array.isArray(payload.unreadable)) return say('notice.unreadable', { options: payload.unreadable.join(', ') });
  return null;
}
