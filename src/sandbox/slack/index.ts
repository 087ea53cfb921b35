import type { SandboxPlatform } from '../contract.ts';
import { createCallRecord } from '../shared/calls.ts';
import { createChanges } from '../shared/changes.ts';
import { createFaultPlan } from '../shared/faults.ts';
import { createLoopbackServer, type LoopbackHandlers } from '../shared/loopback-server.ts';
import { toActing } from './acting/acting.ts';
import type { Scene } from './acting/scene.ts';
import { suggestOptions } from './acting/suggest.ts';
import type { Dict } from './blocks/judge.ts';
import type { Deliver } from './delivery/delivery.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { createHttpMode } from './delivery/http-mode.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { type Moderation, toModeration } from './moderation.ts';
import { createResponseApi } from './response-api.ts';
import { toSeeing } from './seeing.ts';
import { createWebApi } from './web-api/web-api.ts';
import { createWorkspace } from './workspace.ts';

export interface SlackSandboxOptions {
  /** The time that people live in: it stamps messages. */
  readonly now: () => Date;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Milliseconds of real time, by which triggers, response URLs and rate limits count. */
  readonly clock?: () => number;
  /** How long Slack waits for an ack, in milliseconds. */
  readonly patience?: number;
  /** How many channels there are beside the usual ones; none by default. */
  readonly moreChannels?: number;
  /** How many people there are beside the usual ones; none by default. */
  readonly morePeople?: number;
}

/** A local Slack with one workspace. */
export interface SlackSandbox extends SandboxPlatform, Moderation {
  readonly name: 'slack';
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** What the bot offers in an external select of the modal before this person. */
  readonly options: (personId: string, actionId: string, typed: string) => Promise<readonly Dict[]>;
  /** Events and interactions go to this address, signed (HTTP mode), or with null through Socket Mode again. */
  readonly sendTo: (url: string | null) => void;
  /** Asks the bot to connect anew, as Slack does now and then. */
  readonly refreshConnections: () => void;
}

const tokens = { bot: 'xoxb-sandbox-river-city', app: 'xapp-1-sandbox-river-city' };
const signingSecret = 'sandbox-signing-secret';

/** Starts the servers' half of Slack on the loopback interface. */
export async function createSlackSandbox(options: SlackSandboxOptions): Promise<SlackSandbox> {
  const { now, clock = () => performance.now(), patience = 3_000, moreChannels = 0, morePeople = 0 } = options;
  const { onChange, changed } = createChanges();
  const { calls, record } = createCallRecord();
  const plan = createFaultPlan();
  const workspace = createWorkspace({ now, clock, changed, moreChannels });
  const socketMode = createSocketMode({ patience, nextId: () => crypto.randomUUID(), changed });
  const openConnection = () => `${server.wsOrigin}${linkPath}?ticket=${crypto.randomUUID()}`;
  const handlers: LoopbackHandlers = toHandlers(
    createWebApi({ servers: { workspace, openConnection }, tokens, plan, record, clock }),
    createResponseApi({ workspace, plan, record }),
    socketMode.accept,
  );
  const server = await createLoopbackServer(handlers, options.port);

  let httpMode: Deliver | null = null;
  const deliver: Deliver = (delivery) => (httpMode ?? socketMode.deliver)(delivery);
  const dispatch = createDispatch({ deliver, plan, now, nextId: () => `Ev${workspace.nextId('E')}` });
  const scene: Scene = { workspace, dispatch, origin: () => server.httpOrigin };
  return {
    name: 'slack',
    apiUrl: `${server.httpOrigin}${apiPath}`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    calls,
    faults: plan.faults,
    onChange,
    ...toSeeing(workspace, morePeople),
    ...toActing(scene),
    ...toModeration(workspace),
    options: (personId, actionId, typed) => suggestOptions(scene, personId, actionId, typed),
    sendTo: (url) => {
      httpMode = url === null ? null : createHttpMode({ url, signingSecret, patience });
    },
    connections: socketMode.connections,
    dropConnection: socketMode.drop,
    refreshConnections: socketMode.refresh,
    close: async () => {
      socketMode.close();
      await server.close();
    },
  };
}

const apiPath = '/api/';
const linkPath = '/link/';

function toHandlers(
  webApi: ReturnType<typeof createWebApi>,
  responseApi: ReturnType<typeof createResponseApi>,
  accept: LoopbackHandlers['connect'],
): LoopbackHandlers {
  return {
    handle: (request) => {
      if (request.path.startsWith(apiPath)) return webApi(request.path.slice(apiPath.length), request);
      return request.method === 'POST' ? responseApi(request) : { status: 404 };
    },
    connect: (socket, url) => (url.pathname === linkPath ? accept(socket, url) : socket.terminate()),
  };
}
