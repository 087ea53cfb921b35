import type { Json } from './json.ts';

/** Discord refuses a call: the status and the body that it answers with. */
export class RestError extends Error {
  readonly status: number;
  readonly body: Json;

  constructor(status: number, body: Json) {
    super(String(body.message));
    this.name = 'RestError';
    this.status = status;
    this.body = body;
  }
}

/** Discord's JSON error codes, with the status each comes with and its words. */
const known = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50109: [400, 'The request body contains invalid JSON.'],
  160004: [400, 'A thread has already been created for this message'],
} as const;

export type RestErrorCode = keyof typeof known;

export function toRestError(code: RestErrorCode): RestError {
  const [status, message] = known[code];
  return new RestError(status, { message, code });
}

/** An error without a code of its own: `401: Unauthorized`. */
export function toPlainError(status: number, words: string): RestError {
  return new RestError(status, { message: `${status}: ${words}`, code: 0 });
}

/** The body for a fault that names its error by code or by Discord's words. */
export function toFaultBody(status: number, error: string | undefined): Json {
  const entry = Object.entries(known).find(([code, [, message]]) => error === code || error === message);
  if (entry) return { message: entry[1][1], code: Number(entry[0]) };
  if (status === 403 && error === undefined) return { message: 'Missing Access', code: 50001 };
  return { message: error ?? `${status}: ${plainWords[status] ?? 'Error'}`, code: 0 };
}

const plainWords: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
