import { asJson, asText, type Json } from '../json.ts';
import { type Check, checkChoice, checkText, failRequired } from './check.ts';
import { limits } from './limits.ts';

/** Somewhere outside of Discord, as opposed to a stage (1) or a voice channel (2). */
const external = 3;

/** A scheduled event of a server, complete: for a change, the event as it would be. */
export function checkScheduledEvent(check: Check, event: Json, now: Date): void {
  checkText(check.at('name'), event.name, { min: 1, max: limits.eventName, required: true });
  checkText(check.at('description'), event.description, { min: 1, max: limits.eventDescription });
  checkChoice(check.at('privacy_level'), event.privacy_level, [2], true);
  checkChoice(check.at('entity_type'), event.entity_type, [1, 2, external], true);
  const start = checkMoment(check.at('scheduled_start_time'), event.scheduled_start_time, true);
  const end = checkMoment(check.at('scheduled_end_time'), event.scheduled_end_time, event.entity_type === external);
  if (start !== null && start <= now.getTime() && event.status === undefined) {
    check.at('scheduled_start_time').fail('GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
  }
  if (start !== null && end !== null && end <= start) {
    check.at('scheduled_end_time').fail('GUILD_SCHEDULED_EVENT_END_BEFORE_START', 'Cannot end event before start.');
  }
  if (event.entity_type !== external) return;
  checkText(check.at('entity_metadata', 'location'), asJson(event.entity_metadata).location, {
    min: 1,
    max: limits.eventLocation,
    required: true,
  });
}

function checkMoment(check: Check, value: unknown, required: boolean): number | null {
  if (value == null) {
    if (required) failRequired(check);
    return null;
  }
  const at = Date.parse(asText(value));
  if (!Number.isNaN(at)) return at;
  check.fail('DATE_TIME_TYPE_PARSE', `Could not parse ${value}. Should be ISO8601.`);
  return null;
}
