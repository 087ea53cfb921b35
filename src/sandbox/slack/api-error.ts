/** A refusal as Slack words it: `{ ok: false, error, response_metadata: { messages } }`. */
export class ApiError extends Error {
  readonly code: string;
  /** What exactly is wrong, for whoever wrote the call. */
  readonly reasons: readonly string[];
  /** What the answer says besides. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, reasons: readonly string[] = [], more: Readonly<Record<string, unknown>> = {}) {
    super([code, ...reasons].join(' '));
    this.name = 'ApiError';
    this.code = code;
    this.reasons = reasons;
    this.more = more;
  }
}
