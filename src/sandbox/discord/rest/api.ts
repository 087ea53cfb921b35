import type { SandboxCall } from '../../contract.ts';
import type { FaultPlan, Refusal } from '../../shared/faults.ts';
import type { LoopbackAnswer, LoopbackRequest } from '../../shared/loopback-server.ts';
import { RestError, toFaultBody, toPlainError, toRestError } from '../rest-error.ts';
import { readBody } from './body.ts';
import { type RateLimits, refuse } from './rate-limits.ts';
import { type Call, createRouter, type Match, type Reply, type Route } from './router.ts';

const prefix = '/api/v10';

export interface ApiParts {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly plan: FaultPlan;
  readonly rateLimits: RateLimits;
  readonly record: (call: SandboxCall) => void;
  readonly now: () => Date;
}

type Handle = (request: LoopbackRequest) => Promise<LoopbackAnswer | 'lost'>;

/** Discord's REST API, version 10: limits, authorization, faults, then the call itself. */
export function createApi(parts: ApiParts): Handle {
  const router = createRouter(parts.routes);

  return async (request) => {
    const path = request.path.startsWith(prefix) ? request.path.slice(prefix.length) : '';
    const match = router.find(request.method, path);
    if (typeof match === 'string') return refuseUnrouted(parts, request, match);
    const { address } = match.route;
    const call: Call = { params: match.params, query: request.query, body: await readBody(request) };
    const given = await carryOut(parts, match, call, request.headers.authorization);
    parts.record({ at: parts.now().getTime(), method: address, status: given.status, body: call.body });
    return parts.plan.takeLoss(address) ? 'lost' : given;
  };
}

async function carryOut(
  { token, plan, rateLimits }: ApiParts,
  { route, params }: Match,
  call: Call,
  authorization: string | undefined,
): Promise<LoopbackAnswer> {
  const refusal = plan.takeRefusal(route.address);
  if (refusal) return toRefused(refusal);
  const major = params.channel ?? params.guild ?? params.token ?? '';
  const limitedCall = { address: route.address, major, authorization };
  const { headers, refusal: limited } = rateLimits.take(limitedCall, plan.rateLimitsEnforced());
  if (limited) return toAnswer({ status: 429, body: limited }, headers);
  if (!route.open && authorization !== `Bot ${token}`) return toAnswer(toPlainError(401, 'Unauthorized'), headers);
  try {
    if (call.body === undefined) throw toRestError(50109);
    return toAnswer(await route.handle(call), headers);
  } catch (error) {
    if (error instanceof RestError) return toAnswer(error, headers);
    throw error;
  }
}

/** An address that the sandbox does not have: on record too, without what may be an id or a token. */
function refuseUnrouted(
  { record, now }: ApiParts,
  { method, path }: LoopbackRequest,
  match: 'unknown' | 'wrong-method',
): LoopbackAnswer {
  const error = match === 'unknown' ? toPlainError(404, 'Not Found') : toPlainError(405, 'Method Not Allowed');
  const masked = path
    .replace(prefix, '')
    .replace(/\d{17,19}/g, ':id')
    .replace(/[\w.-]{24,}/g, ':token');
  record({ at: now().getTime(), method: `${method} ${masked}`, status: error.status, body: null });
  return toAnswer(error, {});
}

function toRefused({ status, error, retryAfter }: Refusal): LoopbackAnswer {
  if (status === 429) {
    const { headers, refusal } = refuse((retryAfter ?? 1) * 1_000, error === 'global' ? 'global' : 'user', {});
    return toAnswer({ status, body: refusal ?? {} }, headers);
  }
  return toAnswer({ status, body: toFaultBody(status, error) }, {});
}

function toAnswer({ status, body }: Reply, headers: Readonly<Record<string, string>>): LoopbackAnswer {
  if (body === undefined) return { status, headers };
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
