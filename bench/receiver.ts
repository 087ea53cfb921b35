import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server that stands for a platform's: it takes what it is sent, and counts. */
export interface Receiver extends Disposable {
  /** The one call that all contestants make: by `fetch`, as Slack's SDK does. */
  readonly call: (id: string, content: object) => Promise<{ messageId: string }>;
  /** What came since it was asked last, and when, in milliseconds since the epoch. */
  readonly takeReceived: () => Promise<ReadonlyMap<string, number>>;
}

/** `delay`: how long the server takes to answer, in milliseconds. */
export async function startReceiver(delay = 0): Promise<Receiver> {
  const server = fork(fileURLToPath(new URL('./receiving-process.ts', import.meta.url)), [String(delay)]);
  const [port] = await once(server, 'message');
  return {
    call: async (id, content) => {
      const response = await fetch(`http://127.0.0.1:${port}/${id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      });
      return (await response.json()) as { messageId: string };
    },
    takeReceived: async () => {
      server.send('report');
      const [received] = (await once(server, 'message')) as [[string, number][]];
      const ids = new Map(received);
      if (ids.size !== received.length) throw new Error(`${received.length - ids.size} came twice`);
      return ids;
    },
    [Symbol.dispose]: () => server.kill(),
  };
}
