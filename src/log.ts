import { type DestinationStream, pino } from 'pino';
import type { Log } from './core/ports.ts';

/** Structured lines on standard error, so that standard output stays for people. Tokens never get as far as here. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: toLoggedError } };
  return pino(settings, destination);
}

/** How deep the causes of an error are followed. */
const mostCauses = 5;

/**
 * An error as what it is and where it happened. Its other properties are left out: SDKs put there what was sent, and
 * Prisma writes into its messages what was to be stored, all but the last line.
 */
function toLoggedError(error: unknown, depth = 1): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    ...code,
    message: message.trim().split('\n').at(-1),
    stack: frames.map((frame) => frame.trim()),
    ...(cause !== undefined && depth < mostCauses && { cause: toLoggedError(cause, depth + 1) }),
  };
}
