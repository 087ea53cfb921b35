import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Hono } from 'hono';
import { PortTakenError, startWebServer, type WebOptions } from '../../src/web/server.ts';

const routes = new Hono().get('/health', (c) => c.text('ours'));

async function start(t: TestContext, options: Partial<WebOptions> = {}) {
  const web = await startWebServer({ port: 0, host: '127.0.0.1', routes, slack: null, ...options });
  t.after(web.close);
  return web;
}

const get = async (port: number, path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return [response.status, await response.text()];
};

describe('the web server', () => {
  it('serves our pages, and under /slack/ what Slack’s own listener says', async (t) => {
    const { port } = await start(t, { slack: (_, response) => response.writeHead(202).end('slack') });
    assert.deepEqual(await get(port, '/health'), [200, 'ours']);
    assert.deepEqual(await get(port, '/slack/events'), [202, 'slack']);
    assert.equal((await get(port, '/elsewhere'))[0], 404);
  });

  it('has nothing under /slack/ where events come over a connection', async (t) => {
    const { port } = await start(t);
    assert.equal((await get(port, '/slack/events'))[0], 404);
  });

  it('takes no other port than the one it was asked to', async (t) => {
    const { port } = await start(t);
    await assert.rejects(start(t, { port }), (error) => {
      assert.ok(error instanceof PortTakenError);
      assert.equal(error.port, port);
      return true;
    });
  });

  it('looks for a free port where none was asked for', async (t) => {
    const [one, other] = [await start(t, { port: undefined }), await start(t, { port: undefined })];
    assert.notEqual(one.port, other.port);
    assert.deepEqual(await get(other.port, '/health'), [200, 'ours']);
  });
});
