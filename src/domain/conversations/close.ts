import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import type { FollowUp } from '../../core/line-params.ts';
import type { Mentionable } from '../../core/rich-text.ts';
import type { Member } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { toMentionable } from '../people/mentionable.ts';
import { foldName } from '../people/names.ts';
import { createTask } from '../tasks/add-task.ts';
import type { TaskDetails } from '../tasks/details.ts';
import { loadAttendanceState, loadPossible, noteAttendance } from './attendance.ts';
import { type NameReader, type Present, readPresent, toNamed } from './attendance-names.ts';
import { assertBegun, getBegunRow } from './begun.ts';
import { type ClosingField, countClosings, readSeen } from './close-form.ts';
import { tellSummary } from './close-summary.ts';
import { setDecisions } from './decisions.ts';
import type { OccurrenceDetails } from './details.ts';
import { loadDetail } from './load.ts';
import { lockOccurrence, showOccurrence } from './lock-occurrence.ts';
import { assertLeads } from './rights.ts';
import type { OccurrenceRow } from './row.ts';

/** What came of an occurrence, as somebody fills it in. */
export interface Closing {
  readonly notes?: string | undefined;
  readonly decisions?: readonly string[] | undefined;
  /** Names, as `readPresent` reads them. */
  readonly present?: readonly string[] | undefined;
  readonly tasks?: readonly FollowUp[] | undefined;
  /** From what the form started, as `fillClosing` wrote it. */
  readonly seen?: string | undefined;
}

/** What an occurrence was closed with. */
export interface Closed {
  readonly occurrence: OccurrenceDetails;
  /** `joined`: it was closed while the form was being filled in, so both are on record together. */
  readonly how: 'first' | 'corrected' | 'joined';
  /** When the spaces hear of it for the first time; null: at once, or they have. */
  readonly summaryAt: Date | null;
  /** Those that were added now. */
  readonly tasks: readonly TaskDetails[];
  /** Those who had a seat and did not come. */
  readonly absent: readonly Mentionable[];
  readonly guestNames: readonly string[];
}

/**
 * Whoever leads a conversation says what came of one time of it: its notes, decisions, who was there and what follows,
 * which becomes tasks. Said again, it corrects what is on record; but where the form started from something else, as
 * somebody closed it meanwhile, what it says is added and takes nothing away. A task of a title that followed already is
 * not added again. Throws `conversation.not-found`, `conversation.not-begun`, `conversation.cancelled`,
 * `access.not-yours`, `person.not-found`, `person.ambiguous`.
 */
export async function closeOccurrence(acting: Acting, named: OccurrenceReference, said: Closing): Promise<Closed> {
  const { db, now } = acting;
  const found = await getBegunRow(db, named, now);
  assertLeads(acting, found.conversation);
  assertBegun(found, now);
  const followUps = await findOwners(acting, said.tasks ?? []);
  const members = await loadPossible(db, found);
  return inTransaction(db, async (tx) => {
    const row = await lockOccurrence(tx, found);
    assertLeads(acting, row.conversation);
    assertBegun(row, now);
    const standing = await weigh(tx, row, said);
    const present = await notePresent(tx, acting, row, said, { ...standing, members: toNamed(members) });
    await setDecisions(tx, row, said.decisions ?? [], { keep: !standing.replaces('decisions'), now });
    const closed = {
      state: 'closed',
      notes: standing.replaces('notes') ? (said.notes ?? null) : joinNotes(row.notes, said.notes),
      guests: standing.replaces('present') ? present.guests : Math.max(row.guests, present.guests),
      closedAt: row.closedAt ?? now,
    } as const;
    await tx.occurrence.updateMany({ where: { id: row.id }, data: closed });
    const tasks = await addFollowUps(tx, acting, row, followUps);
    await audit(tx, acting, standing.how === 'first' ? 'conversation.closed' : 'conversation.corrected', row.id);
    const summaryAt = standing.how === 'first' ? await tellSummary(tx, row, now) : null;
    await showOccurrence(tx, row, now);
    const people = new Map(members.map(({ id, person }) => [id, toMentionable(person)]));
    return {
      occurrence: await loadDetail(tx, { ...row, ...closed }),
      how: standing.how,
      summaryAt,
      tasks,
      absent: [...present.absent].flatMap((id) => people.get(id) ?? []),
      guestNames: present.guestNames,
    };
  });
}

interface Standing {
  readonly how: Closed['how'];
  /** Whether a field stands for all there is to say, as it started with what is on record. */
  readonly replaces: (field: ClosingField) => boolean;
}

async function weigh(tx: ScopedTx, row: OccurrenceRow, { seen: raw }: Closing): Promise<Standing> {
  const closings = await countClosings(tx, row);
  const seen = readSeen(raw);
  const current = seen?.closings === closings;
  const how = closings === 0 ? 'first' : current ? 'corrected' : 'joined';
  return { how, replaces: (field) => current && !seen.unshown.includes(field) };
}

/** Notes who was there. An empty list says that nobody was only where it was filled in before. */
async function notePresent(
  tx: ScopedTx,
  acting: Acting,
  row: OccurrenceRow,
  { present: lines }: Closing,
  { replaces, members }: Standing & Pick<NameReader, 'members'>,
): Promise<Present & { readonly absent: ReadonlySet<string> }> {
  const state = await loadAttendanceState(tx, row);
  const { seated, noted } = state;
  const present = readPresent(lines ?? [], { members, seated, place: acting.place });
  const replacing = replaces('present');
  if (!replacing && lines === undefined) return { ...present, absent: new Set() };
  const came = present.memberIds;
  const isAbsent = (id: string) => !came.has(id) && (replacing || !noted.has(id));
  const absent = new Set([...seated].filter(isAbsent));
  await noteAttendance(tx, acting, row, state, { came, absent, keepOthers: !replacing });
  return { ...present, absent };
}

function joinNotes(known: string | null, said: string | undefined): string | null {
  if (said === undefined || known?.includes(said)) return known;
  return known === null ? said : `${known}\n\n${said}`;
}

interface OwnedFollowUp extends Omit<FollowUp, 'owner'> {
  readonly owner: Member | null;
}

/** Before the transaction, as whoever is mentioned may become a member. */
async function findOwners(acting: Acting, tasks: readonly FollowUp[]): Promise<OwnedFollowUp[]> {
  const owned: OwnedFollowUp[] = [];
  for (const { owner, ...task } of tasks) {
    owned.push({ ...task, owner: owner ? await getOrAddMember(acting, owner).catch(sayWhere) : null });
  }
  return owned;
}

function sayWhere(error: unknown): never {
  throw error instanceof UserError ? new UserError(error.code, error.params, 'tasks') : error;
}

async function addFollowUps(
  tx: ScopedTx,
  acting: Acting,
  { id: occurrenceId }: OccurrenceRow,
  tasks: readonly OwnedFollowUp[],
): Promise<TaskDetails[]> {
  const known = await tx.task.findMany({ where: { occurrenceId }, select: { title: true } });
  const titles = new Set(known.map(({ title }) => foldName(title)));
  const added: TaskDetails[] = [];
  for (const { owner, ...task } of tasks) {
    if (titles.has(foldName(task.title))) continue;
    titles.add(foldName(task.title));
    added.push(await createTask(tx, acting, { ...task, occurrenceId }, owner));
  }
  return added;
}
