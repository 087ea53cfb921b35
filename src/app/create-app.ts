import { findOperation } from '../core/define.ts';
import { PlatformError } from '../core/errors.ts';
import type { Invocation } from '../core/invocation.ts';
import { late, within } from '../core/patience.ts';
import type { Inbound } from '../core/ports.ts';
import type { Form } from '../core/view.ts';
import type { Speech } from '../views/speech.ts';
import { toForm } from './form.ts';
import { home } from './home.ts';
import { meet, speechFor, speechUnmet } from './meet.ts';
import type { AppParts } from './parts.ts';
import { toPlan } from './plan.ts';
import { createRecent } from './recent.ts';
import { run } from './run.ts';
import { suggest } from './suggest.ts';

/** A form must open within 3 s of the press (both platforms): a slow store is not waited for longer than this. */
const patienceForForms = 1_000;

/** The bot behind all platforms: find → parse → guard → run → view. */
export function createApp(parts: AppParts): Inbound {
  const recent = createRecent();
  return {
    plan: (invocation) => toPlan(parts.commands, invocation),
    form: (invocation) => openForm(parts, invocation),
    run: (invocation) => run(parts, recent, invocation),
    suggest: (completion) =>
      suggest(parts, completion).catch((err: unknown) => {
        parts.log.error({ err, operation: completion.operation }, 'suggestions failed');
        return [];
      }),
    home: (place, accountId) => home(parts, place, accountId),
  };
}

async function openForm(parts: AppParts, invocation: Invocation): Promise<Form> {
  const operation = findOperation(parts.commands, invocation.operation);
  if (!operation) throw new PlatformError('refused', `no operation ${invocation.operation}`);
  return toForm(operation, invocation, await speechSoon(parts, invocation));
}

/** In the person's own language where the store says it in time, else in the one their platform sent along. */
async function speechSoon(parts: AppParts, invocation: Invocation): Promise<Speech> {
  const unmet = speechUnmet(parts, invocation.actor, parts.clock.now());
  const met = meet(parts, invocation).then(
    (caller) => speechFor(parts, caller, invocation.actor),
    (err: unknown) => {
      parts.log.warn({ err }, 'form opened without the store');
      return unmet;
    },
  );
  const speech = await within(met, patienceForForms);
  return speech === late ? unmet : speech;
}
