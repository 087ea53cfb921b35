import { formatReference, type OccurrenceReference } from '../../core/ids.ts';
import type { RawInput } from '../../core/invocation.ts';
import { longestField } from '../../core/line-params.ts';
import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import { loadAttendanceState, loadPossible } from './attendance.ts';
import { toNamed } from './attendance-names.ts';
import { assertBegun, getBegunRow } from './begun.ts';
import { assertLeads } from './rights.ts';
import { type OccurrenceRow, toReference } from './row.ts';

/** What a form about an occurrence that has begun says beside its tasks. */
export type ClosingField = 'notes' | 'decisions' | 'present';

/**
 * From what a form started: how often its occurrence had been closed, and which fields did not show what is on record, as
 * there was too much of it or something else was given.
 */
export interface Seen {
  readonly closings: number;
  readonly unshown: readonly string[];
}

/** As a form carries it. */
function writeSeen({ closings, unshown }: Seen): string {
  return [String(closings), ...unshown].join('.');
}

/** Reads what `writeSeen` wrote; null where a form started from nothing. */
export function readSeen(raw: string | undefined): Seen | null {
  const [closings = '', ...unshown] = raw?.split('.') ?? [];
  return /^\d{1,6}$/.test(closings) ? { closings: Number(closings), unshown } : null;
}

/** How often an occurrence was closed so far. */
export function countClosings(tx: ScopedTx, { id: subjectId }: OccurrenceRow): Promise<number> {
  return tx.audit.count({ where: { subjectId, verb: { in: ['conversation.closed', 'conversation.corrected'] } } });
}

/** The words of a list of names that are no names. */
export interface ListWords {
  readonly everybody: string;
  /** `not María`, from her name. */
  readonly without: (name: string) => string;
}

/**
 * What the form starts with that closes an occurrence: what is on record of it, and else who has a seat. Only whoever
 * leads the conversation is asked. Throws `conversation.not-found`, `conversation.not-begun`, `conversation.cancelled`,
 * `access.not-yours`.
 */
export async function fillClosing(
  acting: Acting,
  named: OccurrenceReference,
  words: ListWords,
  given: RawInput = {},
): Promise<RawInput> {
  const row = await getBegunRow(acting.db, named, acting.now);
  assertBegun(row, acting.now);
  assertLeads(acting, row.conversation);
  // First: whoever closes it after that is not overwritten.
  const closings = await countClosings(acting.db, row);
  const known = {
    notes: row.notes ?? '',
    decisions: await listDecisions(acting.db, row),
    present: await listPresent(acting.db, row, words),
  };
  const isShown = (field: string, raw: string) => raw.length <= longestField && given[field] === undefined;
  const unshown = Object.entries(known).flatMap(([field, raw]) => (isShown(field, raw) ? [] : [field]));
  const shown = Object.entries(known).filter(([field, raw]) => raw !== '' && !unshown.includes(field));
  return {
    ...Object.fromEntries(shown),
    conversation: toReference(row),
    seen: writeSeen({ closings, unshown }),
  };
}

async function listDecisions(tx: ScopedTx, { id: occurrenceId }: OccurrenceRow): Promise<string> {
  const decisions = await tx.decision.findMany({ where: { occurrenceId }, orderBy: { position: 'asc' } });
  return decisions.map(({ text }) => text).join('\n');
}

/** A name a line; of too many names, everybody who has a seat but for those who were not there. */
async function listPresent(tx: ScopedTx, row: OccurrenceRow, words: ListWords): Promise<string> {
  const { seated, noted } = await loadAttendanceState(tx, row);
  const members = toNamed(await loadPossible(tx, row)).toSorted((one, other) => one.label.localeCompare(other.label));
  const came = members.filter(({ id }) => noted.get(id) ?? seated.has(id));
  const guests = row.guests > 0 ? [`+${row.guests}`] : [];
  const names = [...came.map(({ label }) => label), ...guests].join('\n');
  if (names.length <= longestField) return names;
  const others = came.filter(({ id }) => !seated.has(id)).map(({ label }) => label);
  const missing = members.filter(({ id }) => seated.has(id) && noted.get(id) === false);
  const without = missing.map(({ label }) => words.without(label));
  return [words.everybody, ...without, ...others, ...guests].join('\n');
}

/** The tasks that follow from an occurrence, by their short names. Throws `conversation.not-found`. */
export async function listFollowUps({ db, now }: Acting, named: OccurrenceReference): Promise<readonly string[]> {
  const { id: occurrenceId } = await getBegunRow(db, named, now);
  const tasks = await db.task.findMany({
    where: { occurrenceId, status: { not: 'dropped' } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return tasks.map(({ number }) => formatReference('task', number));
}
