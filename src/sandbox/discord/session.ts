import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { asInteger, asList } from './json.ts';

/** How many dispatches a session keeps for a client that comes back. */
const remembered = 2_000;

/** Which of how many parts of the servers a client hears. */
export type Shard = readonly [index: number, count: number];

/** What one client was told, in order, so that it can miss a part and hear it later. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  /** The sequence of the first frame kept. */
  first: number;
  readonly frames: string[];
  /** Null while the client is away. */
  socket: WebSocket | null;
}

export function createSession(socket: WebSocket, intents: number, shard: Shard): Session {
  return { id: randomBytes(16).toString('hex'), intents, shard, first: 1, frames: [], socket };
}

/** The shard of an IDENTIFY; the only one where none is named, null where it is none. */
export function parseShard(value: unknown): Shard | null {
  if (value === undefined || value === null) return [0, 1];
  const [index, count] = asList(value).map((part) => asInteger(part, -1));
  return index !== undefined && count !== undefined && index >= 0 && index < count ? [index, count] : null;
}

/** Whether what happens in that server is for this session; direct conversations are for the first shard. */
export function hears({ shard: [index, count] }: Session, guildId: string | undefined): boolean {
  return (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))) === index;
}

/** Tells a client of an event, now or when it comes back. `data` may be written as JSON already. */
export function tell(session: Session, event: string, data: object | string): void {
  const seq = session.first + session.frames.length;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const frame = `{"op":0,"t":"${event}","s":${seq},"d":${text}}`;
  session.frames.push(frame);
  if (session.frames.length > remembered) {
    session.first += remembered / 2;
    session.frames.splice(0, remembered / 2);
  }
  session.socket?.send(frame);
}

/** Whether everything after that sequence is still kept. */
export function canResume(session: Session, seen: number): boolean {
  return seen >= session.first - 1;
}

/** Whether that sequence was ever reached. */
export function hasSent(session: Session, seen: number): boolean {
  return seen < session.first + session.frames.length;
}

/** Gives the session to that connection, and tells it all that came after what it has seen. */
export function replay(session: Session, socket: WebSocket, seen: number): void {
  session.socket?.terminate();
  session.socket = socket;
  for (const frame of session.frames.slice(seen - session.first + 1)) socket.send(frame);
}
