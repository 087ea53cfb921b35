import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import en from '../../../locales/en.json' with { type: 'json' };
import es from '../../../locales/es.json' with { type: 'json' };
import type { SandboxClock } from '../../../src/sandbox/page/clock.ts';
import { createSandboxPage, type SandboxPage } from '../../../src/sandbox/page/page.ts';
import type { Side } from '../../../src/sandbox/page/state.ts';
import { createSlackSandbox, type SlackSandbox } from '../../../src/sandbox/slack/index.ts';

const home = 'http://localhost:3000';
const machineTime = new Date('2026-11-21T12:00:00Z');

function createClock(): SandboxClock {
  let at: Date | null = null;
  return {
    now: () => at ?? machineTime,
    moved: () => at !== null,
    moveTo: async (to) => {
      at = to;
    },
    reset: async () => {
      at = null;
    },
  };
}

describe("the sandbox's page", () => {
  let slack: SlackSandbox;
  let page: SandboxPage;
  const clock = createClock();
  const ask = (path: string, init: RequestInit = {}) =>
    page.app.request(`${home}${path}`, { ...init, headers: { host: 'localhost:3000', ...init.headers } });
  const send = (path: string, body: unknown, headers = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: { origin: home, ...headers } });

  before(async () => {
    slack = await createSlackSandbox({ now: clock.now });
    const words = { en, es };
    page = await createSandboxPage({
      platforms: [slack],
      locales: ['en', 'es'],
      words: (locale) => words[locale as keyof typeof words],
      clock,
    });
  });
  after(async () => {
    page.close();
    await slack.close();
  });

  it('speaks the language that is asked for, then that of the browser, then the first', async () => {
    const title = async (path: string, header: string) => {
      const answer = await ask(path, { headers: { 'accept-language': header } });
      return /<html lang="(\w+)">/.exec(await answer.text())?.[1];
    };
    assert.equal(await title('/?lang=es', 'en'), 'es');
    assert.equal(await title('/', 'es-MX,en;q=0.8'), 'es');
    assert.equal(await title('/', 'eu,es;q=0.5'), 'es');
    assert.equal(await title('/', 'ja'), 'en');
  });

  it('lets the browser load nothing but its own two files', async () => {
    const answer = await ask('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    const text = await answer.text();
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    assert.deepEqual(addresses, ['data:,', '/sandbox/app.css', '/sandbox/app.js']);
    for (const path of ['/sandbox/app.css', '/sandbox/app.js']) {
      const file = await ask(path);
      assert.equal(file.status, 200);
      const content = await file.text();
      assert.ok(content.length > 5_000);
      assert.doesNotMatch(content, /@import|url\(/);
    }
  });

  it('refuses to be reached under any name but that of this machine', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '192.168.1.5:3000', '']) {
      assert.equal((await ask('/', { headers: { host } })).status, 403, host);
      assert.equal((await ask('/sandbox/live', { headers: { host } })).status, 403, host);
    }
    for (const host of ['localhost', '127.0.0.1:3000', '[::1]:3000']) {
      assert.equal((await ask('/', { headers: { host } })).status, 200, host);
    }
  });

  it('refuses what another page sends', async () => {
    for (const origin of ['http://evil.example', 'http://localhost:4000', 'null']) {
      assert.equal((await send('/sandbox/clock', { at: null }, { origin })).status, 403, origin);
    }
    assert.equal((await send('/sandbox/clock', { at: null })).status, 200);
  });

  it('shows a person what is there, and whatever changes', async () => {
    const [sam] = slack.people.filter(({ name }) => name.startsWith('Sam'));
    const [channel] = slack.channels();
    assert.ok(sam && channel);
    const looking = `${sam.id}/${channel.id}`;
    const answer = await ask(`/sandbox/live?slack=${encodeURIComponent(looking)}`);
    const events = readEvents(answer);

    const first = await events.next('side');
    assert.deepEqual(first.looking, { personId: sam.id, placeId: channel.id });
    assert.deepEqual(first.messages, []);
    assert.equal(first.connected, false);
    assert.ok(first.channels.every(({ directWith }) => directWith === undefined || directWith === sam.id));

    const sent = await send('/sandbox/slack/type', { personId: sam.id, placeId: channel.id, text: 'Hello' });
    assert.equal(sent.status, 200);
    const [message] = (await events.next('side')).messages;
    assert.equal(message?.author.name, sam.name);
    assert.equal(message?.payload.text, 'Hello');
    await events.stop();
  });

  it('gives somebody new an admin, who may try everything', async () => {
    const events = readEvents(await ask('/sandbox/live?lang=xx'));
    const { people, looking } = await events.next('side');
    assert.equal(people.find(({ id }) => id === looking.personId)?.admin, true);
    await events.stop();
  });

  it('moves the clock, and says so to whoever looks', async () => {
    const events = readEvents(await ask('/sandbox/live'));
    assert.deepEqual(await events.next('clock'), { now: machineTime.toISOString(), moved: false });
    await send('/sandbox/clock', { at: '2027-01-01T00:00:00.000Z' });
    assert.deepEqual(await events.next('clock'), { now: '2027-01-01T00:00:00.000Z', moved: true });
    await send('/sandbox/clock', { at: null });
    assert.deepEqual(await events.next('clock'), { now: machineTime.toISOString(), moved: false });
    await events.stop();
  });

  it('tells what it cannot read from what the platform refuses', async () => {
    assert.equal((await send('/sandbox/slack/type', { personId: 1 })).status, 400);
    assert.equal((await send('/sandbox/clock', { at: 'tomorrow' })).status, 400);
    assert.equal((await send('/sandbox/slack/constructor', {})).status, 404);
    assert.equal((await send('/sandbox/irc/type', {})).status, 404);
    const refused = await send('/sandbox/slack/press', { personId: 'UNOBODY', messageId: '1.1', controlId: 'x' });
    assert.equal(refused.status, 502);
    assert.match(JSON.stringify(await refused.json()), /UNOBODY/);
  });

  it('ends its streams when it is closed', async () => {
    const other = await createSandboxPage({ platforms: [slack], locales: ['en'], words: () => en, clock });
    const answer = await other.app.request(`${home}/sandbox/live`, { headers: { host: 'localhost' } });
    const whole = answer.text();
    other.close();
    assert.match(await whole, /event: side/);
  });
});

interface Told {
  readonly side: Side;
  readonly clock: { readonly now: string; readonly moved: boolean };
}

/** Reads a live stream, event by event, leaving out those of other kinds. */
function readEvents(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let text = '';
  const next = async <K extends keyof Told>(kind: K): Promise<Told[K]> => {
    for (;;) {
      const [event, ...rest] = text.split('\n\n');
      if (event !== undefined && rest.length > 0) {
        text = rest.join('\n\n');
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (event.includes(`event: ${kind}`) && data) return JSON.parse(data);
      } else {
        const { value, done } = await reader.read();
        assert.ok(!done, 'the stream has ended');
        text += value;
      }
    }
  };
  return { next, stop: () => reader.cancel() };
}
