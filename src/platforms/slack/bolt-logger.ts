import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';

/**
 * The SDK's log in ours: warnings and errors alone. Its finer levels write down whole payloads, which hold people's
 * words and addresses that act as tokens.
 */
export function toBoltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => log.warn({ sdk: words.map(describe) }, 'slack sdk'),
    error: (...words) => log.error({ sdk: words.map(describe) }, 'slack sdk'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function describe(word: unknown): string {
  return word instanceof Error ? `${word.name}: ${word.message}` : String(word);
}
