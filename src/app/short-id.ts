import { randomUUID } from 'node:crypto';

/** An id that a person can read to their host, and the host can search the log for. */
export function shortId(): string {
  return randomUUID().slice(0, 8);
}
