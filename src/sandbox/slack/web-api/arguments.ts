import type { LoopbackRequest } from '../../shared/loopback-server.ts';
import { ApiError } from '../api-error.ts';
import { type Dict, isDict } from '../blocks/judge.ts';

/** What the bot gave a method, the token taken out. */
export interface Arguments {
  readonly all: Dict;
  /** Empty texts count as not given. */
  readonly text: (name: string) => string | undefined;
  /** Throws `invalid_arguments` where it is missing. */
  readonly required: (name: string) => string;
  readonly flag: (name: string) => boolean;
  readonly number: (name: string) => number | undefined;
}

/** In form bodies these travel as JSON. */
const structured = new Set(['blocks', 'view', 'metadata', 'attachments']);

/** Reads both kinds of bodies. `token` is whatever the call carries, in its header or its body. */
export function readArguments(request: LoopbackRequest): { token: string; given: Arguments } {
  const { token: inBody, ...all } = readBody(request);
  const header = request.headers.authorization?.replace(/^Bearer\s+/i, '');
  return { token: header ?? (typeof inBody === 'string' ? inBody : ''), given: toArguments(all) };
}

function readBody({ headers, body, query }: LoopbackRequest): Dict {
  const text = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/json')) {
    const value = parseJson(text);
    if (!isDict(value)) throw new ApiError('invalid_json');
    return value;
  }
  const all: Record<string, unknown> = {};
  for (const params of [query, new URLSearchParams(text)]) {
    for (const [name, value] of params) all[name] = structured.has(name) ? (parseJson(value) ?? value) : value;
  }
  return all;
}

/** The value written in this JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toArguments(all: Dict): Arguments {
  const text = (name: string) => {
    const value = all[name];
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  return {
    all,
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined) throw new ApiError('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
      return value;
    },
    flag: (name) => ['true', '1'].includes(String(all[name])),
    number: (name) => {
      const value = text(name);
      return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
    },
  };
}
