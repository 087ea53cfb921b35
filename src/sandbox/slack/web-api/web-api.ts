import type { CallRecord } from '../../shared/calls.ts';
import type { FaultPlan } from '../../shared/faults.ts';
import type { LoopbackAnswer, LoopbackRequest } from '../../shared/loopback-server.ts';
import { createRateLimiter } from '../../shared/rate-limit.ts';
import { ApiError } from '../api-error.ts';
import type { Dict } from '../blocks/judge.ts';
import { toAnswer, toErrorAnswer, toRefusal } from './answers.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { basicMethods } from './basics.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import type { Method, Servers } from './method.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

const methods: Readonly<Record<string, Method>> = {
  ...basicMethods,
  ...chatMethods,
  ...conversationMethods,
  ...userMethods,
  ...viewMethods,
};

export interface WebApiParts {
  readonly servers: Servers;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly plan: FaultPlan;
  readonly record: CallRecord['record'];
  readonly clock: () => number;
}

/** The Web API: everything below `/api/`. */
export type WebApi = (name: string, request: LoopbackRequest) => LoopbackAnswer | 'lost';

export function createWebApi({ servers, tokens, plan, record, clock }: WebApiParts): WebApi {
  const limiter = createRateLimiter(clock);

  const carryOut = (name: string, token: string, given: Arguments): LoopbackAnswer => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new ApiError('unknown_method');
    checkToken(method, token, tokens);
    if (method.scope) servers.workspace.app.requireScope(method.scope);
    const wait = plan.rateLimitsEnforced() ? limiter.take(limitKey(name, method, given), method.limit) : 0;
    return wait > 0
      ? toRefusal({ status: 429, retryAfter: Math.ceil(wait / 1000) })
      : toAnswer(
          200,
          { ok: true, ...method.run(servers, given) },
          toScopeHeaders(method, servers.workspace.app.scopes()),
        );
  };

  return (name, request) => {
    let body: Dict = {};
    let answer: LoopbackAnswer;
    const refusal = plan.takeRefusal(name);
    try {
      const { token, given } = readArguments(request);
      body = given.all;
      answer = refusal ? toRefusal(refusal) : carryOut(name, token, given);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = toErrorAnswer(error);
    }
    record({ at: servers.workspace.now().getTime(), method: name, status: answer.status, body });
    servers.workspace.changed();
    return plan.takeLoss(name) ? 'lost' : answer;
  };
}

/** Every answer to the bot's token names what the bot was granted. */
function toScopeHeaders(method: Method, granted: readonly string[] | null): Readonly<Record<string, string>> {
  return method.token || !granted ? {} : { 'x-oauth-scopes': granted.join(',') };
}

function limitKey(name: string, method: Method, given: Arguments): string {
  return `${name} ${method.limitKey?.(given) ?? ''}`;
}

function checkToken(method: Method, token: string, tokens: WebApiParts['tokens']): void {
  if (method.token === 'none') return;
  if (token === '') throw new ApiError('not_authed');
  if (token === (method.token === 'app' ? tokens.app : tokens.bot)) return;
  const known = token === tokens.app || token === tokens.bot;
  throw new ApiError(known ? 'not_allowed_token_type' : 'invalid_auth');
}
