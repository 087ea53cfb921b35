import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarRequest } from '../../../src/core/calendar.ts';
import { type CalendarSources, createCalendarRoutes } from '../../../src/web/calendar/routes.ts';
import { createListeningLog } from '../../support/listening-log.ts';
import { silence } from '../../support/silence.ts';

const token = 'a-Token_'.padEnd(43, 'x');
const empty = { name: 'Neighbours', entries: [] };

function serve(find: CalendarSources['find'], log = silence) {
  const routes = createCalendarRoutes({ find, log });
  return (path: string, init?: RequestInit) => routes.request(path, init);
}

describe('the addresses of calendars', () => {
  it('give a calendar, for the program that asks alone', async () => {
    const response = await serve(async () => empty)(`/calendar/${token}.ics`);
    assert.equal(response.status, 200);
    const { headers } = response;
    assert.equal(headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.match(headers.get('cache-control') ?? '', /private/);
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    assert.match(await response.text(), /^BEGIN:VCALENDAR\r\n[\s\S]*NAME:Neighbours\r\n/);
  });

  it('say whether anything has changed, without sending it again', async () => {
    let name = 'Neighbours';
    const get = serve(async () => ({ ...empty, name }));
    const path = `/calendar/${token}.ics`;
    const tag = (await get(path)).headers.get('etag') ?? '';
    assert.notEqual(tag, '');
    const again = await get(path, { headers: { 'if-none-match': tag } });
    assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', tag]);
    assert.match(again.headers.get('cache-control') ?? '', /private/);
    name = 'Others';
    assert.equal((await get(path, { headers: { 'if-none-match': tag } })).status, 200);
    const head = await get(path, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.notEqual(head.headers.get('etag'), tag);
  });

  it('name what is wanted, and nothing else is looked for', async () => {
    const asked: CalendarRequest[] = [];
    const get = serve(async (request) => {
      asked.push(request);
      return empty;
    });
    for (const path of [`${token}.ics`, `${token}/here/C-3.ics`, `${token}/here/c-3.12.ics`])
      await get(`/calendar/${path}`);
    const only = (occurrence: number | null) => ({ coalitionId: 'here', conversation: { number: 3, occurrence } });
    assert.deepEqual(asked, [
      { token, only: null },
      { token, only: only(null) },
      { token, only: only(12) },
    ]);
    const wrong = [
      token,
      'short.ics',
      `${token}x.ics`,
      `${token}/here/T-3.ics`,
      `${token}/here/C-3`,
      `short/here/C-3.ics`,
    ];
    for (const path of wrong) assert.equal((await get(`/calendar/${path}`)).status, 404, path);
    assert.equal(asked.length, 3);
  });

  it('tell what never was from what is no more', async () => {
    assert.equal((await serve(async () => null)(`/calendar/${token}.ics`)).status, 404);
    assert.equal((await serve(async () => 'revoked')(`/calendar/${token}.ics`)).status, 410);
  });

  it('are in no log, whatever goes wrong', async () => {
    const log = createListeningLog();
    const fails = () => Promise.reject(new Error(`no calendar ${token}`));
    const response = await serve(fails, log)(`/calendar/${token}.ics`);
    assert.equal(response.status, 503);
    assert.match(response.headers.get('cache-control') ?? '', /private/);
    assert.doesNotMatch(JSON.stringify(log) + (await response.text()), new RegExp(token));
  });
});
