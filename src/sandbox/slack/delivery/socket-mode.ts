import type { WebSocket } from 'ws';
import { isDict } from '../blocks/judge.ts';
import { bot } from '../people.ts';
import { parseJson } from '../web-api/arguments.ts';
import type { Ack, Deliver } from './delivery.ts';

export interface SocketMode {
  readonly accept: (socket: WebSocket) => void;
  /** Each delivery goes to one connection; several take turns. */
  readonly deliver: Deliver;
  readonly connections: () => number;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
  /** Asks the bot to connect anew, as Slack does every few hours, then closes. */
  readonly refresh: () => void;
  /** Settles what still waits. */
  readonly close: () => void;
}

export interface SocketModeParts {
  /** How long Slack waits for an ack, in milliseconds. */
  readonly patience: number;
  readonly nextId: () => string;
  readonly changed: () => void;
}

/** Slack's half of Socket Mode. */
export function createSocketMode({ patience, nextId, changed }: SocketModeParts): SocketMode {
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, (ack: Ack) => void>();
  let turn = 0;

  const settle = (envelopeId: string, ack: Ack) => {
    waiting.get(envelopeId)?.(ack);
    waiting.delete(envelopeId);
  };

  const leave = (socket: WebSocket) => {
    const index = sockets.indexOf(socket);
    if (index >= 0) sockets.splice(index, 1);
    changed();
  };

  return {
    accept: (socket) => {
      sockets.push(socket);
      socket.on('message', (data) => {
        const message = parseJson(String(data));
        if (!isDict(message) || typeof message.envelope_id !== 'string') return;
        settle(message.envelope_id, { outcome: 'acked', payload: message.payload });
      });
      socket.on('close', () => leave(socket));
      // What breaks a connection also closes it.
      socket.on('error', () => {});
      socket.send(JSON.stringify(toHello(sockets.length)));
      changed();
    },
    deliver: ({ kind, payload, retry }) =>
      new Promise((resolve) => {
        turn += 1;
        const socket = sockets[turn % sockets.length];
        if (!socket) return resolve({ outcome: 'unreachable' });
        const envelopeId = nextId();
        const timer = setTimeout(() => settle(envelopeId, { outcome: 'timeout' }), patience);
        waiting.set(envelopeId, (ack) => {
          clearTimeout(timer);
          resolve(ack);
        });
        socket.send(
          JSON.stringify({
            envelope_id: envelopeId,
            type: kind,
            accepts_response_payload: kind !== 'events_api',
            payload,
            ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
          }),
        );
      }),
    connections: () => sockets.length,
    drop: () => {
      for (const socket of [...sockets]) socket.terminate();
    },
    refresh: () => {
      for (const socket of [...sockets]) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
        socket.close();
      }
    },
    close: () => {
      for (const envelopeId of [...waiting.keys()]) settle(envelopeId, { outcome: 'unreachable' });
    },
  };
}

function toHello(connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: bot.appId },
    debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
  };
}
