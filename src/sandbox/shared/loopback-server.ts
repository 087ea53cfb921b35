import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A request, read to its end. */
export interface LoopbackRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Both halves of a platform's protocol: HTTP calls and live connections. */
export interface LoopbackHandlers {
  /** `lost` closes the connection without any answer. */
  readonly handle: (request: LoopbackRequest) => LoopbackAnswer | 'lost' | Promise<LoopbackAnswer | 'lost'>;
  /** A live connection that was asked for at this address. */
  readonly connect: (socket: WebSocket, url: URL) => void;
}

export interface LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly httpOrigin: string;
  readonly wsOrigin: string;
  /** Live connections that stand. */
  readonly sockets: ReadonlySet<WebSocket>;
  /** Hangs up on every connection. */
  readonly close: () => Promise<void>;
}

/** Listens on the loopback interface only; port 0, the default, takes a free one. */
export async function createLoopbackServer(handlers: LoopbackHandlers, port = 0): Promise<LoopbackServer> {
  const server = createServer((request, response) => void answer(handlers, request, response));
  server.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (accepted) => handlers.connect(accepted, toUrl(request)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    httpOrigin: `http://127.0.0.1:${address.port}`,
    wsOrigin: `ws://127.0.0.1:${address.port}`,
    sockets: sockets.clients,
    close: async () => {
      await Promise.all([...sockets.clients].map(hangUp));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** How long a client may take to say goodbye, in milliseconds. */
const parting = 500;

/** A client that is cut off in the middle of its own goodbye may wait for the rest of it; Bolt does, half a minute. */
function hangUp(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), parting);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

async function answer(handlers: LoopbackHandlers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await readBody(request);
    const url = toUrl(request);
    const given = await handlers.handle({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    });
    if (given === 'lost') request.socket.destroy();
    else response.writeHead(given.status, given.headers).end(given.body);
  } catch (error) {
    // A mistake of the sandbox itself: said aloud, so that a test sees it instead of a platform's failure.
    response.writeHead(500, { 'content-type': 'text/plain' }).end(`sandbox: ${error}`);
  }
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function toUrl(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://127.0.0.1');
}
