/** Why the store does not open: its address is none, the database does not answer, its tables do not come up to date. */
export type StoreFailure = 'store.url' | 'store.unreachable' | 'store.migration';

/** The store cannot be opened. The message is for the operator, and never holds a password. */
export class StoreError extends Error {
  readonly code: StoreFailure;

  constructor(code: StoreFailure, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** What a driver said, in one line: without the engine's trace, and with the code alone where there are no words. */
export function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  if (!(error instanceof Error)) return String(error);
  const [words = ''] = error.message.split(/\n {3}\d+: /);
  return words.trim().replace(/\s*\n\s*/g, ' ') || error.name;
}
