import type { WebSocket } from 'ws';
import { intent, refusedIntents } from './intents.ts';
import { asInteger, asJson, asText, isJson, type Json } from './json.ts';
import { canResume, createSession, hasSent, hears, parseShard, replay, type Session, tell } from './session.ts';

/** How often a client's heart beats, in milliseconds, as Discord asks. */
const heartbeat = 41_250;

/** How many sessions without a client may still be resumed. */
const abandonedKept = 8;

const opcode = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** The live half of Discord: what happens, told in order to every session that asked for it. */
export interface Gateway {
  readonly connect: (socket: WebSocket, url: URL) => void;
  /** `data` names its server, if it is about one, as `guild_id`. */
  readonly dispatch: (event: string, intents: number, data: object) => void;
  /** Asks every client to come back (op 7). */
  readonly requestReconnect: () => void;
  /** Tells every client that its session is over (op 9), or that it may resume it. */
  readonly invalidate: (resumable: boolean) => void;
  readonly drop: () => void;
  /** Connections with a session. */
  readonly connections: () => number;
  readonly close: () => void;
}

/** What a session is greeted with. */
export interface Greeting {
  readonly token: string;
  readonly ready: (session: Session) => Json;
  readonly guilds: () => readonly Json[];
  /** The members of GUILD_MEMBERS_CHUNK for that request. */
  readonly members: (request: Json) => Json;
  readonly changed: () => void;
}

export function createGateway(greeting: Greeting): Gateway {
  const sessions = new Map<string, Session>();
  const sockets = new Set<WebSocket>();

  function connect(socket: WebSocket, url: URL): void {
    if (url.searchParams.get('v') !== '10') socket.close(4012);
    else welcome(socket);
  }

  function welcome(socket: WebSocket): void {
    sockets.add(socket);
    let session: Session | null = null;
    socket.on('message', (data) => {
      const frame = parseFrame(String(data));
      // A session that was ended (op 9) is none: the client may begin another on the same connection.
      const current = session && sessions.has(session.id) ? session : null;
      if (frame) session = receive(socket, current, frame);
      else socket.close(4002);
    });
    socket.on('close', (code) => {
      sockets.delete(socket);
      if (session?.socket === socket) session.socket = null;
      // A client that says goodbye ends its session; one that vanishes may resume it.
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      greeting.changed();
    });
    send(socket, opcode.hello, { heartbeat_interval: heartbeat });
  }

  function receive(socket: WebSocket, session: Session | null, { op, d }: Json): Session | null {
    if (op === opcode.heartbeat) send(socket, opcode.heartbeatAck, null);
    else if (op === opcode.identify) return session ? refuse(socket, 4005) : identify(socket, asJson(d));
    else if (op === opcode.resume) return session ? refuse(socket, 4005) : resume(socket, asJson(d));
    else if (!session) return refuse(socket, 4003);
    else if (op === opcode.requestMembers) tell(session, 'GUILD_MEMBERS_CHUNK', greeting.members(asJson(d)));
    else if (op !== opcode.presence && op !== opcode.voice) return refuse(socket, 4001);
    return session;
  }

  function identify(socket: WebSocket, data: Json): Session | null {
    if (data.token !== greeting.token) return refuse(socket, 4004);
    const refused = refusedIntents(data.intents);
    if (refused) return refuse(socket, refused);
    const shard = parseShard(data.shard);
    if (!shard) return refuse(socket, 4010);
    forgetAbandoned();
    const session = createSession(socket, asInteger(data.intents), shard);
    sessions.set(session.id, session);
    tell(session, 'READY', greeting.ready(session));
    for (const guild of greeting.guilds()) {
      if (session.intents & intent.guilds && hears(session, asText(guild.id))) tell(session, 'GUILD_CREATE', guild);
    }
    greeting.changed();
    return session;
  }

  /** Of the sessions whose client never came back, the last few may still be resumed. */
  function forgetAbandoned(): void {
    const abandoned = [...sessions.values()].filter((session) => session.socket === null);
    for (const session of abandoned.slice(0, -abandonedKept)) sessions.delete(session.id);
  }

  function resume(socket: WebSocket, data: Json): Session | null {
    if (data.token !== greeting.token) return refuse(socket, 4004);
    const session = sessions.get(asText(data.session_id));
    const seen = asInteger(data.seq, -1);
    if (!session || !canResume(session, seen)) {
      send(socket, opcode.invalidSession, false);
      return null;
    }
    if (!hasSent(session, seen)) return refuse(socket, 4007);
    replay(session, socket, seen);
    tell(session, 'RESUMED', {});
    greeting.changed();
    return session;
  }

  function dispatch(event: string, intents: number, data: object): void {
    const text = JSON.stringify(data);
    const guildId = asText(asJson(data).guild_id) || undefined;
    for (const session of sessions.values()) {
      const wanted = intents === intent.always || (session.intents & intents) !== 0;
      if (wanted && hears(session, guildId)) tell(session, event, text);
    }
  }

  return {
    connect,
    dispatch,
    requestReconnect: () => {
      for (const { socket } of live(sessions)) if (socket) send(socket, opcode.reconnect, null);
    },
    invalidate: (resumable) => {
      for (const session of live(sessions)) {
        if (!resumable) sessions.delete(session.id);
        if (session.socket) send(session.socket, opcode.invalidSession, resumable);
      }
    },
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    connections: () => live(sessions).length,
    close: () => {
      sessions.clear();
      for (const socket of sockets) socket.terminate();
    },
  };
}

function live(sessions: ReadonlyMap<string, Session>): readonly Session[] {
  return [...sessions.values()].filter((session) => session.socket !== null);
}

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function refuse(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}

function parseFrame(text: string): Json | null {
  try {
    const frame: unknown = JSON.parse(text);
    return isJson(frame) ? frame : null;
  } catch {
    return null;
  }
}
