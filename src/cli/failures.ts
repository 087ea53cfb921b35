import { ConfigError } from '../config.ts';
import { PlatformError, PlatformStartError } from '../core/errors.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { StoreError } from '../store/store-error.ts';
import { PortTakenError } from '../web/server.ts';
import type { Words } from './speak.ts';

/** One sentence for a failure that the host can mend: which variable, and where to get it. Null for any other. */
export function explain(error: unknown, words: Words): string | null {
  if (error instanceof ConfigError) {
    return words(`cli.config.${error.problem}`, { variable: error.variable, where: whereToGet(error.variable, words) });
  }
  if (error instanceof PlatformStartError) return explainStart(error, words);
  if (error instanceof PlatformError) return words('cli.platform-failed', { reason: error.message });
  if (error instanceof PortTakenError) return words('cli.port-taken', { port: String(error.port) });
  if (error instanceof StoreError) return words('cli.store', { reason: error.message });
  return null;
}

function explainStart({ variable, reason }: PlatformStartError, words: Words): string {
  const platform = words(variable.startsWith('SLACK') ? 'platform.slack' : 'platform.discord');
  if (reason === 'unreachable') return words('cli.unreachable', { platform });
  return words('cli.refused', { variable, platform, where: whereToGet(variable, words) });
}

/** Where the value of a variable is found. */
export function whereToGet(variable: string, words: Words): string {
  return words(`cli.where.${variable}` as MessageKey);
}

/** Runs a part of the command line; a failure that the host can mend ends it with one sentence and exit code 1. */
export async function orExplain(words: Words, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = explain(error, words);
    if (sentence === null) throw error;
    console.error(sentence);
    process.exitCode = 1;
  }
}
