import type { Mentionable } from '../../core/rich-text.ts';
import type { Task, TaskStatus } from '../../store/generated/sqlite/client.ts';
import { toMentionable } from '../people/mentionable.ts';
import type { Named, TaskRow } from './rows.ts';

/** A task as it is shown. */
export interface TaskDetails {
  readonly id: string;
  readonly coalitionId: string;
  readonly number: number;
  readonly title: string;
  readonly notes: string | null;
  readonly status: TaskStatus;
  /** The wall-clock date or date and time in an IANA zone, and the instant it comes to. */
  readonly due: { readonly wall: string; readonly zone: string; readonly at: Date } | null;
  /** The rule (RRULE) by which it comes again, from a wall-clock time in the zone of its date. */
  readonly repeats: { readonly wall: string; readonly zone: string; readonly rule: string } | null;
  readonly author: Mentionable;
  readonly owner: Mentionable | null;
  /** The owner as a member. */
  readonly ownerId: string | null;
  /** The conversation that it follows from, and which time of it where that is one of a series. */
  readonly conversation: { readonly number: number; readonly occurrence: number | null; readonly title: string } | null;
  readonly finisher: Mentionable | null;
  readonly finishedAt: Date | null;
  readonly goal: { readonly number: number; readonly title: string } | null;
  /** Grows with every change. */
  readonly version: number;
}

/** A task as it is shown, from its row. */
export function toTaskDetails(row: TaskRow<Named>): TaskDetails {
  const { id, coalitionId, number, title, notes, status, ownerId, finishedAt, version } = row;
  return {
    ...{ id, coalitionId, number, title, notes, status, ownerId, finishedAt, version },
    due: toDue(row),
    repeats: toRepeats(row),
    author: toMentionable(row.author.person),
    owner: mentionIfAny(row.owner),
    finisher: mentionIfAny(row.finisher),
    goal: row.goal && { number: row.goal.number, title: row.goal.title },
    conversation: row.occurrence && toConversation(row.occurrence),
  };
}

function toDue({ dueWall, dueZone, dueAt }: Task): TaskDetails['due'] {
  return dueWall && dueZone && dueAt ? { wall: dueWall, zone: dueZone, at: dueAt } : null;
}

function toRepeats({ repeatRule, repeatWall, dueZone }: Task): TaskDetails['repeats'] {
  return repeatRule && repeatWall && dueZone ? { rule: repeatRule, wall: repeatWall, zone: dueZone } : null;
}

function toConversation({ number: occurrence, conversation }: NonNullable<TaskRow['occurrence']>) {
  const { number, title, rule } = conversation;
  return { number, title, occurrence: rule === null ? null : occurrence };
}

function mentionIfAny(member: Named | null): Mentionable | null {
  return member && toMentionable(member.person);
}
