import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** Where the web server listens and what it serves. */
export interface WebOptions {
  /** Undefined: `defaultPort`, or any free one where that is taken. */
  readonly port: number | undefined;
  readonly host: string;
  readonly routes: Hono;
  /** Slack's own listener, where events come by HTTP. It verifies signatures over the raw body, so it is not routed. */
  readonly slack: RequestListener | null;
}

export interface WebServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const defaultPort = 3000;

/** The port that was asked for belongs to another program. */
export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}

/** Listens. Throws `PortTakenError` where a port was asked for and is taken. */
export async function startWebServer({ port, host, routes, slack }: WebOptions): Promise<WebServer> {
  const ours = getRequestListener(routes.fetch);
  const server = createServer((request, response) => {
    const listener = slack && request.url?.startsWith('/slack/') ? slack : ours;
    listener(request, response);
  });
  if (!(await listens(server, port ?? defaultPort, host))) {
    if (port !== undefined) throw new PortTakenError(port);
    await listens(server, 0, host);
  }
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function listens(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.removeListener('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.removeListener('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
