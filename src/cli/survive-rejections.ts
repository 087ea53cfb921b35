import type { Log } from '../core/ports.ts';

/**
 * Logs a rejection that nobody handles, and keeps running. Node would end the program. Both SDKs do such things in
 * methods of their own while they reconnect, where nobody else can catch it, and they come back by themselves; what
 * people do is caught by the app, and what is lost on the way by the outbox. An exception still ends the program.
 */
export function surviveRejections(log: Log): void {
  process.on('unhandledRejection', (err) => log.error({ err }, 'a rejection was not handled'));
}
