/** A refusal as Slack words it: `{ ok: false, error, response_metadata: { messages } }`. */
export class ApiError extends Error {
  readonly code: string;
  /** What exactly is wrong, for whoever wrote the call. */
  readonly reasons: readonly string[];

  constructor(code: string, reasons: readonly string[] = []) {
    super([code, ...reasons].join(' '));
    this.name = 'ApiError';
    this.code = code;
    this.reasons = reasons;
  }
}
