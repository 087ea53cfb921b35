import type { Log } from '../../src/core/ports.ts';
import { createLog } from '../../src/log.ts';
import { createChanges } from '../../src/sandbox/shared/changes.ts';

/** The real log, listened to. */
export interface ListeningLog extends Log {
  /** Every line so far, as it was written. */
  readonly lines: readonly string[];
  /** Called after each line. Returns its own undoing. */
  readonly onChange: (listener: () => void) => () => void;
  /** The lines with that message, read. */
  readonly said: (message: string) => readonly Readonly<Record<string, unknown>>[];
}

export function createListeningLog(level = 'debug'): ListeningLog {
  const lines: string[] = [];
  const { onChange, changed } = createChanges();
  const write = (line: string) => {
    lines.push(line);
    changed();
  };
  const said = (message: string) => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message);
  const { debug, info, warn, error } = bound(createLog(level, { write }));
  return { lines, onChange, said, debug, info, warn, error };
}

/** pino's methods need their logger. */
function bound(log: Log): Log {
  return {
    debug: (facts, message) => log.debug(facts, message),
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
  };
}
