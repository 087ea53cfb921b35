import { findOperation } from '../core/define.ts';
import { PlatformError } from '../core/errors.ts';
import type { Invocation } from '../core/invocation.ts';
import type { Inbound } from '../core/ports.ts';
import type { Form } from '../core/view.ts';
import { toForm } from './form.ts';
import { prepareForm, refused } from './form-help.ts';
import { home } from './home.ts';
import type { AppParts } from './parts.ts';
import { toPlan } from './plan.ts';
import { createRecent } from './recent.ts';
import { run } from './run.ts';
import { suggest } from './suggest.ts';

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

async function openForm(parts: AppParts, invocation: Invocation): Promise<Form | null> {
  const operation = findOperation(parts.commands, invocation.operation);
  if (!operation) throw new PlatformError('refused', `no operation ${invocation.operation}`);
  const { speech, help } = await prepareForm(parts, operation, invocation);
  return help === refused ? null : toForm(operation, invocation, speech, help);
}
