import { type AnyOperation, findOperation } from '../core/define.ts';
import { Repetition, UserError } from '../core/errors.ts';
import type { Invocation } from '../core/invocation.ts';
import type { Answer } from '../core/ports.ts';
import type { View } from '../core/view.ts';
import type { Acting, Caller } from '../domain/people/acting.ts';
import { errorView } from '../views/help/error.ts';
import { incidentView } from '../views/help/incident.ts';
import type { Speech } from '../views/speech.ts';
import { askFirst } from './ask-first.ts';
import { meet, nameMentioned, speechFor, speechHere, speechUnmet } from './meet.ts';
import { nameInput } from './name-input.ts';
import type { AppParts } from './parts.ts';
import { readInput } from './read-input.ts';
import { createReader } from './reader.ts';
import type { Recent } from './recent.ts';
import { shortId } from './short-id.ts';
import { sayUnderstood } from './understood.ts';
import { exampleOf } from './words.ts';

/**
 * Runs an invocation once: who is it, may they, what did they mean, do it. Here stands the one try/catch of the
 * program: what a person can mend is answered in their language; what nobody expected is logged under an id, and the
 * person sees that id.
 */
export async function run(parts: AppParts, recent: Recent, invocation: Invocation): Promise<Answer | null> {
  const { clock, log, counters } = parts;
  const { platform } = invocation.place;
  const started = performance.now();
  const facts = { invocation: shortId(), operation: invocation.operation, platform };
  const count = (outcome: string) => {
    const ms = Math.round(performance.now() - started);
    counters?.invocation({ platform, operation: knownName(parts, invocation), outcome, ms });
    return ms;
  };
  const finish = (outcome: string) => log.info({ ...facts, outcome, ms: count(outcome) }, 'invocation');
  if (!recent.begin(invocation.id)) {
    finish('repetition');
    return null;
  }
  let speech = speechUnmet(parts, invocation.actor, clock.now());
  try {
    const caller = await meet(parts, invocation);
    speech = speechFor(parts, caller, invocation.actor);
    const operation = getOperation(parts, invocation);
    if (operation.audience === 'person') speech = await speechHere(parts, caller, invocation.actor);
    const view = await perform(parts, operation, invocation, caller, speech);
    finish('done');
    return { view, visibility: operation.visibility };
  } catch (error) {
    if (error instanceof Repetition) {
      finish('repetition');
      return null;
    }
    if (!(error instanceof UserError)) {
      recent.forget(invocation.id);
      count('incident');
      log.error({ ...facts, err: error }, 'invocation failed');
      return { view: incidentView(speech.t, facts.invocation), visibility: 'private', failed: true };
    }
    finish(error.code);
    return toErrorAnswer(parts, error, invocation, speech);
  }
}

/** The name of an operation for the counters, where what nobody declared has none. */
function knownName({ commands }: AppParts, { operation }: Invocation): string {
  return findOperation(commands, operation) ? operation : 'unknown';
}

function getOperation({ commands }: AppParts, invocation: Invocation): AnyOperation {
  if (invocation.problem) throw new UserError(invocation.problem.code, invocation.problem.params);
  const operation = findOperation(commands, invocation.operation);
  if (!operation) throw new UserError('command.unknown');
  return operation;
}

async function perform(
  parts: AppParts,
  operation: AnyOperation,
  invocation: Invocation,
  caller: Caller,
  speech: Speech,
): Promise<View> {
  if (operation.authority) await assertAuthority(parts, invocation);
  if (operation.audience === 'person') {
    return operation.run({ ...caller, speech, site: parts.site }, await readFor(parts, operation, invocation, speech));
  }
  const acting = await parts.door.getActing(caller, invocation.input.in);
  assertOwnControl(invocation, acting);
  assertRole(operation, acting);
  const own = speechFor(parts, acting, invocation.actor);
  if (operation.asks && invocation.via !== 'form')
    return askFirst(operation, invocation, { ...acting, speech: own, site: parts.site });
  const input = await readFor(parts, operation, invocation, own);
  // Last: nobody is made a member by what is not understood, or is another coalition's, or is not theirs to do.
  return operation.run({ ...(await parts.door.enter(acting)), speech: own, site: parts.site }, input);
}

async function readFor(parts: AppParts, operation: AnyOperation, invocation: Invocation, speech: Speech) {
  const takesPeople = Object.values(operation.params).some(
    ({ control, mentionsPeople }) => control.type === 'person' || mentionsPeople,
  );
  const names = takesPeople ? await nameMentioned(parts, invocation) : invocation.names;
  return readInput(operation.params, invocation.input, createReader(parts.catalogue, speech, names));
}

/** Authority is over a channel: in a direct conversation there is none to have. */
async function assertAuthority({ describe }: AppParts, { place, actor, direct }: Invocation): Promise<void> {
  if (direct) throw new UserError('coalition.direct-message');
  const authority = actor.authority ?? (await describe(place, actor.accountId)).authority;
  if (!authority) throw new UserError('access.authority-needed', { platform: place.platform });
}

function assertRole({ role }: AnyOperation, { member }: Acting): void {
  if (role === 'organizer' && member.role !== 'organizer') throw new UserError('access.organizer-needed');
}

/** A control made for one coalition does nothing in another: its channel may have been linked anew since. */
function assertOwnControl({ input }: Invocation, { coalition }: Acting): void {
  if (input.in !== undefined && input.in !== coalition.id) throw new UserError('control.foreign');
}

function toErrorAnswer(parts: AppParts, error: UserError, invocation: Invocation, speech: Speech): Answer {
  const { field } = error;
  const { operation, place, names } = invocation;
  const reader = createReader(parts.catalogue, speech, names);
  const declared = findOperation(parts.commands, operation);
  const named = field === undefined ? {} : { field: nameInput(invocation, field, speech.t) };
  const view = errorView(
    speech.t,
    error.code,
    { ...error.params, ...named },
    {
      platform: place.platform,
      example: exampleOf(operation, field),
      ...(field !== undefined && { understood: sayUnderstood(declared, invocation, field, reader) }),
    },
  );
  return { view, visibility: 'private', failed: true, ...(field !== undefined && { field }) };
}
