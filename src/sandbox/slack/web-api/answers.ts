import type { Refusal } from '../../shared/faults.ts';
import type { LoopbackAnswer } from '../../shared/loopback-server.ts';
import type { ApiError } from '../api-error.ts';
import type { Dict } from '../blocks/judge.ts';

/** A refusal in the form of that status. */
export function toRefusal({ status, error, retryAfter }: Refusal): LoopbackAnswer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (status >= 500) return { status, headers, body: error ?? '' };
  return toAnswer(status, { ok: false, error: error ?? (status === 429 ? 'ratelimited' : 'fatal_error') }, headers);
}

export function toErrorAnswer({ code, reasons, more }: ApiError, status = 200): LoopbackAnswer {
  const details = reasons.length > 0 ? { response_metadata: { messages: reasons } } : {};
  return toAnswer(status, { ok: false, error: code, ...more, ...details });
}

export function toAnswer(status: number, body: Dict, headers: Readonly<Record<string, string>> = {}): LoopbackAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
