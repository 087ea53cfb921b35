import type { AccountFacts, Actor, Invocation, Place } from '../core/invocation.ts';
import type { Acting, Caller } from '../domain/people/acting.ts';
import { chooseSpeech } from '../views/choose-speech.ts';
import type { Speech } from '../views/speech.ts';
import type { Arrival } from './doorkeeper.ts';
import type { AppParts } from './parts.ts';

/** No input names more people than this; whoever writes more mentions into a text does not have Slack asked for all. */
const mostNamed = 5;

/** Finds the person behind an invocation, with what their platform says of them. */
export async function meet(parts: AppParts, who: Omit<Arrival, 'facts'>): Promise<Caller> {
  return parts.door.meet({ ...who, facts: await askFacts(parts, who.place, who.actor) });
}

/**
 * The names of the people whom an invocation mentions. Discord sends them along; Slack sends an old user name at most,
 * so it is asked how they are called. Where it does not say, that must do.
 */
export async function nameMentioned(
  parts: AppParts,
  { place, input, names }: Invocation,
): Promise<Invocation['names']> {
  const mentioned = Object.values(input).flatMap((raw) =>
    [...raw.matchAll(/<@!?([A-Z0-9]+)/g)].map(([, id]) => id ?? ''),
  );
  const unnamed = [...new Set(mentioned)].filter((id) => names[id] === undefined).slice(0, mostNamed);
  const asked = unnamed.map(async (id) => {
    const { name } = await askFacts(parts, place, { accountId: id, name: '' });
    return name ? [[id, name] as const] : [];
  });
  return { ...names, ...Object.fromEntries((await Promise.all(asked)).flat()) };
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
  const known = { person: who.person, account: who.account, others: who.others, sent: actor.locale, ...coalition };
  return chooseSpeech(parts.catalogue, parts.defaults, who.now, known);
}

/** The same for whoever acts as a person, in what may be the place of a coalition. */
export async function speechHere(parts: AppParts, caller: Caller, actor: Actor): Promise<Speech> {
  return speechFor(parts, (await parts.door.recognise(caller)) ?? caller, actor);
}

/** How to speak to somebody before the store has said who it is. */
export function speechUnmet(parts: AppParts, actor: Actor, now: Date): Speech {
  return chooseSpeech(parts.catalogue, parts.defaults, now, { sent: actor.locale });
}
