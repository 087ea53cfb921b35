import type { CallRecord } from '../shared/calls.ts';
import type { FaultPlan } from '../shared/faults.ts';
import type { LoopbackAnswer, LoopbackRequest } from '../shared/loopback-server.ts';
import { ApiError } from './api-error.ts';
import { isDict } from './blocks/judge.ts';
import { respond } from './respond.ts';
import { toErrorAnswer, toRefusal } from './web-api/answers.ts';
import { parseJson } from './web-api/arguments.ts';
import type { Workspace } from './workspace.ts';

export interface ResponseApiParts {
  readonly workspace: Workspace;
  readonly plan: FaultPlan;
  readonly record: CallRecord['record'];
}

/** What is posted to a `response_url`. It counts as a call of the method `response_url`. */
export function createResponseApi({ workspace, plan, record }: ResponseApiParts) {
  const carryOut = (path: string, given: unknown): LoopbackAnswer => {
    try {
      respond(workspace, workspace.responseUrls.redeem(path), isDict(given) ? given : {});
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
    } catch (error) {
      if (error instanceof ApiError) return toErrorAnswer(error, error.code.endsWith('_url') ? 404 : 400);
      throw error;
    }
  };
  return ({ path, body }: LoopbackRequest): LoopbackAnswer | 'lost' => {
    const given = parseJson(body.toString('utf8'));
    const refusal = plan.takeRefusal('response_url');
    const answer = refusal ? toRefusal(refusal) : carryOut(path, given);
    record({ at: workspace.now().getTime(), method: 'response_url', status: answer.status, body: given });
    workspace.changed();
    return plan.takeLoss('response_url') ? 'lost' : answer;
  };
}
