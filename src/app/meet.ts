import type { AccountFacts, Actor, Place } from '../core/invocation.ts';
import type { Acting, Caller } from '../domain/people/acting.ts';
import type { Speech } from '../views/speech.ts';
import type { Arrival } from './doorkeeper.ts';
import type { AppParts } from './parts.ts';
import { chooseSpeech } from './speech.ts';

/** Finds the person behind an invocation, with what their platform says of them. */
export async function meet(parts: AppParts, who: Omit<Arrival, 'facts'>): Promise<Caller> {
  return parts.door.meet({ ...who, facts: await askFacts(parts, who.place, who.actor) });
}

/** Discord sends what it knows along; Slack must be asked. Without an answer the person is met all the same. */
async function askFacts(parts: AppParts, place: Place, actor: Actor): Promise<Partial<AccountFacts>> {
  if (actor.locale !== undefined) return { name: actor.name, locale: actor.locale };
  try {
    return await parts.describe(place, actor.accountId);
  } catch (err) {
    parts.log.warn({ err, platform: place.platform }, 'account could not be described');
    return {};
  }
}

/** How to speak to somebody whom the store knows. */
export function speechFor(parts: AppParts, who: Caller | Acting, actor: Actor): Speech {
  const coalition = 'coalition' in who ? { coalition: who.coalition } : {};
  const known = { person: who.person, account: who.account, sent: actor.locale, ...coalition };
  return chooseSpeech(parts.catalogue, parts.defaults, who.now, known);
}

/** How to speak to somebody before the store has said who it is. */
export function speechUnmet(parts: AppParts, actor: Actor, now: Date): Speech {
  return chooseSpeech(parts.catalogue, parts.defaults, now, { sent: actor.locale });
}
