import type { AnyOperation } from '../core/define.ts';
import { UserError } from '../core/errors.ts';
import type { Invocation, RawInput, Suggestion } from '../core/invocation.ts';
import { late, within } from '../core/patience.ts';
import type { RichText } from '../core/rich-text.ts';
import type { Site } from '../core/site.ts';
import type { Acting } from '../domain/people/acting.ts';
import type { Speech } from '../views/speech.ts';
import { meet, speechFor, speechUnmet } from './meet.ts';
import type { AppParts } from './parts.ts';
import { isBlank } from './plan.ts';

/** What the store adds to a form, by the names of its fields. */
export interface FormHelp {
  /** All that a field can be filled with, where that is not too much for a choice. */
  readonly choices: Readonly<Record<string, readonly Suggestion[]>>;
  /** How things are now, where the field is to change that. */
  readonly present: Readonly<Record<string, RichText>>;
  /** What it starts with, and what of that no field asks. */
  readonly filled: RawInput;
  /** What it is about, in place of its title. */
  readonly about: string | null;
}

/** What a form without the store has. */
export const noHelp: FormHelp = { choices: {}, present: {}, filled: {}, about: null };

/** Something speaks against opening the form. */
export const refused: FormHelp = { ...noHelp };

/** A form must open within 3 s of the press (both platforms): a slow store is not waited for longer than this. */
const patience = 1_000;

/** So many are all there are: who suggests gives 25 at most, and a choice has no room for more (Discord). */
const mostChoices = 24;

/** How to speak in a form and what helps to fill it in: what the store says in time, else what is known without. */
export async function prepareForm(
  parts: AppParts,
  operation: AnyOperation,
  invocation: Invocation,
): Promise<{ speech: Speech; help: FormHelp }> {
  const met = recognise(parts, invocation);
  const helped = met.then(({ acting, speech }) => {
    if (!acting) return operation.fill ? refused : noHelp;
    return findHelp(operation, invocation, { ...acting, speech, site: parts.site });
  });
  const inTime = async <T>(work: Promise<T>, instead: T): Promise<T> => {
    const found = await within(work.catch(warnAnd(parts, instead)), patience);
    return found === late ? instead : found;
  };
  const unmet = speechUnmet(parts, invocation.actor, parts.clock.now());
  const [{ speech }, help] = await Promise.all([inTime(met, { acting: null, speech: unmet }), inTime(helped, noHelp)]);
  return { speech, help };
}

function warnAnd<T>({ log }: AppParts, instead: T) {
  return (err: unknown): T => {
    log.warn({ err }, 'form opened without the store');
    return instead;
  };
}

/** Whoever opens a form is made a member by sending it, not before. A control of another coalition shows nothing. */
async function recognise(parts: AppParts, invocation: Invocation): Promise<{ acting: Acting | null; speech: Speech }> {
  const { actor, input } = invocation;
  const caller = await meet(parts, invocation);
  const acting = await parts.door.recognise(caller);
  const isMeant = input.in === undefined || input.in === acting?.coalition.id;
  return { acting: isMeant ? acting : null, speech: speechFor(parts, acting ?? caller, actor) };
}

type Context = Acting & { readonly speech: Speech; readonly site: Site };

type Asked = Pick<Invocation, 'input' | 'via'>;

async function findHelp(operation: AnyOperation, { input, via }: Asked, context: Context): Promise<FormHelp> {
  const isAsked = (name: string) => via !== 'control' || isBlank(input[name]);
  const references = Object.entries(operation.params).flatMap(([name, { refersTo }]) =>
    refersTo && isAsked(name) ? [name] : [],
  );
  const [choices, present, filled, about] = await Promise.all([
    gather(references, async (name) => {
      const all = (await operation.suggest?.[name]?.(context, '')) ?? [];
      return all.length > 0 && all.length <= mostChoices ? all : null;
    }),
    gather(Object.keys(operation.present ?? {}).filter(isAsked), async (name) => {
      return (await unlessMendable(async () => operation.present?.[name]?.(context, input))) ?? null;
    }),
    fill(operation, { input, via }, context),
    unlessMendable(async () => operation.about?.(context, input)),
  ]);
  return filled ? { choices, present, filled, about: about ?? null } : refused;
}

/** What was sent already is not filled in again: it may have been left empty on purpose. Null where it is refused. */
async function fill(operation: AnyOperation, { input, via }: Asked, context: Context): Promise<RawInput | null> {
  if (via === 'form' || !operation.fill) return {};
  return unlessMendable(async () => operation.fill?.(context, input) ?? {});
}

/** What is wrong in what was given is said when the form is sent: till then it comes to nothing. */
async function unlessMendable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function gather<T>(
  names: readonly string[],
  find: (name: string) => Promise<T | null>,
): Promise<Record<string, T>> {
  const found = await Promise.all(names.map(async (name) => ({ name, value: await find(name) })));
  return Object.fromEntries(found.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
}
