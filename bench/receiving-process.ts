/**
 * A platform's server that takes everything at once, or after as many milliseconds as its first argument says, in a
 * process of its own. Tells its port, and on request what it got and when.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const delay = Number(process.argv[2]);
let received: [id: string, at: number][] = [];

const server = createServer((request, response) => {
  const answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"messageId":"1"}');
  request.resume().on('end', () => {
    received.push([request.url?.slice(1) ?? '', Date.now()]);
    if (delay > 0) setTimeout(answer, delay);
    else answer();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.on('message', () => {
  process.send?.(received);
  received = [];
});
process.on('disconnect', () => process.exit());
