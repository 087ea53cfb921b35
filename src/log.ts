import { pino } from 'pino';
import type { Log } from './core/ports.ts';

/** Structured lines on standard error, so that standard output stays for people. Tokens never get as far as here. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}
