import type { Json } from '../json.ts';

/** A call, as its handler sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json | readonly unknown[];
}

/** One address of the API: its path with `:names`, and what happens there. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** What its calls go by on record and in faults: `POST /channels/:id/messages`, `DELETE /webhooks/:id/:token/…`. */
  readonly address: string;
  /** Its address holds a token, so none is asked for in the header. */
  readonly open: boolean;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

export type Handler = Route['handle'];

/** Declares a route: `route('GET /users/@me', handler)`. */
export function route(pattern: string, handle: Handler, { open = false } = {}): Route {
  const [method = '', path = ''] = pattern.split(' ');
  return { method, path, address: pattern.replace(/:(?!token)\w+/g, ':id'), open, handle };
}

export const ok = (body: object): Reply => ({ status: 200, body: body as Json });
export const created = (body: object): Reply => ({ status: 201, body: body as Json });
export const noContent: Reply = { status: 204 };

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a call; `known` tells whether the path exists under another method. */
export interface Router {
  readonly find: (method: string, path: string) => Match | 'unknown' | 'wrong-method';
}

export function createRouter(routes: readonly Route[]): Router {
  const bySize = Map.groupBy(
    routes.map((one) => ({ route: one, parts: one.path.split('/') })),
    ({ parts }) => parts.length,
  );
  return {
    find: (method, path) => {
      const parts = path.split('/').map(decode);
      const matching = (bySize.get(parts.length) ?? []).filter((entry) => fits(entry.parts, parts));
      const found = matching.find((entry) => entry.route.method === method);
      if (!found) return matching.length > 0 ? 'wrong-method' : 'unknown';
      return { route: found.route, params: toParams(found.parts, parts) };
    },
  };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return pattern.every((part, index) => part.startsWith(':') || part === parts[index]);
}

function toParams(pattern: readonly string[], parts: readonly string[]): Record<string, string> {
  const named = pattern.map((part, index) => [part.slice(1), parts[index] ?? ''] as const);
  return Object.fromEntries(named.filter((_, index) => pattern[index]?.startsWith(':')));
}

function decode(part: string): string {
  return part.includes('%') ? decodeURIComponent(part) : part;
}
