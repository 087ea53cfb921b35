import { UserError } from '../../core/errors.ts';
import type { NamedRepetition, NamedTime, When } from '../../core/param.ts';
import { splitWall } from '../../time/days.ts';
import { parseRule } from '../../time/recurrence/parse-rule.ts';
import { toInstant } from '../../time/zones.ts';
import type { Timing } from '../schedules/occurrences.ts';

/** When a conversation takes place, as somebody named it. */
export interface NamedBegin {
  readonly when: When;
  /** Counted from the day that `when` names. */
  readonly repeat?: NamedRepetition | undefined;
}

/**
 * The first time of a conversation and the rule by which others follow. Throws `conversation.no-hour` where only days
 * were named, and `conversation.two-rules` where both inputs name a rule.
 */
export function toBegin({ when, repeat }: NamedBegin): Timing {
  if (when.type === 'once') return repeat ? toSeries(when.time, repeat) : toOnce(when.time);
  const { wall, zone, rule, timed } = when.recurrence;
  if (repeat) throw new UserError('conversation.two-rules', {}, 'repeat');
  if (!timed) refuseHourless();
  return { wall, zone, rule };
}

/** The wall-clock time of one that takes place once. Throws `conversation.no-hour`. */
function toOnce({ wall, zone, at, timed }: NamedTime): Timing {
  if (!timed) refuseHourless();
  // What was counted from now may be the second of two hours of the same name, which no wall-clock time says.
  if (toInstant(wall, zone).getTime() === at.getTime()) return { wall, zone, rule: null };
  return { wall: at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length), zone: 'UTC', rule: null };
}

/** The hour is that of `when`; where it names none, that of the rule. */
function toSeries({ wall, zone, timed }: NamedTime, repeat: NamedRepetition): Timing {
  const { date, time } = splitWall(wall);
  const found = repeat(date);
  if (!timed && !found.timed) refuseHourless();
  const hasOwnHours = parseRule(found.rule).byHour !== undefined;
  const first = timed && !hasOwnHours ? `${splitWall(found.wall).date}T${time}` : found.wall;
  return { wall: first, zone, rule: found.rule };
}

function refuseHourless(): never {
  throw new UserError('conversation.no-hour', {}, 'when');
}
