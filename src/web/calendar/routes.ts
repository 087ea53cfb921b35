import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { CalendarFile, CalendarRequest } from '../../core/calendar.ts';
import { parseOccurrence } from '../../core/ids.ts';
import type { Log } from '../../core/ports.ts';
import { toIcs } from './to-ics.ts';

/** What the addresses of calendars ask. */
export interface CalendarSources {
  /** `revoked`: there was one, and a new address was made since. Null: there is none. */
  readonly find: (request: CalendarRequest) => Promise<CalendarFile | 'revoked' | null>;
  readonly log: Log;
}

/**
 * `GET /calendar/<token>.ics`: all that is behind a token; `GET /calendar/<token>/<coalition>/C-3.ics`: one conversation.
 * What has not changed is not sent again. Tokens are never logged, as whoever knows one reads that calendar.
 */
export function createCalendarRoutes({ find, log }: CalendarSources): Hono {
  const answer = async (c: Context, request: CalendarRequest | null) => {
    const found = request && (await find(request));
    if (found === null) return c.text('', 404);
    if (found === 'revoked') return c.text('', 410);
    return c.body(toIcs(found), 200, { 'content-type': 'text/calendar; charset=utf-8' });
  };
  return new Hono()
    .onError((error, c) => {
      log.error({ error: error.name }, 'a calendar was not found out');
      return c.text('', 503, privacy);
    })
    .use('/calendar/*', async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(privacy)) c.header(name, value);
    })
    .use('/calendar/*', etag())
    .get('/calendar/:file', (c) => answer(c, readFeed(c.req.param('file'))))
    .get('/calendar/:token/:coalitionId/:file', (c) => answer(c, readOne(c.req.param())));
}

/** For the program that asks alone: nobody keeps a copy for others, lists it, or is told the address. */
const privacy = {
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
} as const;

/** 256 bits in base64url. */
const aToken = /^[\w-]{43}$/;

function readFeed(file: string): CalendarRequest | null {
  const token = withoutSuffix(file);
  return token !== null && aToken.test(token) ? { token, only: null } : null;
}

interface Named {
  readonly token: string;
  readonly coalitionId: string;
  readonly file: string;
}

function readOne({ token, coalitionId, file }: Named): CalendarRequest | null {
  const conversation = parseOccurrence(withoutSuffix(file) ?? '');
  return conversation && aToken.test(token) ? { token, only: { coalitionId, conversation } } : null;
}

function withoutSuffix(file: string): string | null {
  return file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : null;
}
