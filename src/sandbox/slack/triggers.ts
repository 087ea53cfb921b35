import { ApiError } from './api-error.ts';

/** How long after the interaction a modal may be opened, in milliseconds of real time. */
const lifetime = 3_000;

/** Used or not, a trigger is remembered this often, so that it can be told apart from one that never was. */
const remembered = 1_000;

/** What lets the bot open a modal before a person: issued upon each interaction, good for 3 s and for one view. */
export interface Triggers {
  readonly issue: (personId: string) => string;
  /** The person whose interaction it was. Throws Slack's refusal of a trigger that is unknown, used or too old. */
  readonly redeem: (trigger: string) => string;
}

export function createTriggers(clock: () => number): Triggers {
  const issued = new Map<string, { personId: string; until: number; used: boolean }>();
  let last = 1_000_000;
  return {
    issue: (personId) => {
      last += 1;
      const trigger = `${last}.${last * 7}.${crypto.randomUUID().replaceAll('-', '')}`;
      issued.set(trigger, { personId, until: clock() + lifetime, used: false });
      if (issued.size > remembered) issued.delete(issued.keys().next().value ?? '');
      return trigger;
    },
    redeem: (trigger) => {
      const found = issued.get(trigger);
      if (!found) throw new ApiError('invalid_trigger_id');
      if (found.used) throw new ApiError('exchanged_trigger_id');
      if (clock() > found.until) throw new ApiError('expired_trigger_id');
      found.used = true;
      return found.personId;
    },
  };
}
