import type { Mentionable } from '../../core/rich-text.ts';
import type { ConversationState, OccurrenceState } from '../../store/generated/sqlite/client.ts';
import type { FormatKey } from './formats.ts';

/** One time of a conversation, as it is shown. */
export interface OccurrenceDetails {
  readonly id: string;
  readonly coalitionId: string;
  readonly conversationId: string;
  /** The number of its conversation (`C-3`), and of a series its own in it (`C-3.2`); null where it is the only one. */
  readonly number: number;
  readonly occurrence: number | null;
  readonly title: string;
  readonly purpose: string | null;
  readonly format: FormatKey | null;
  /** Where: in words, or an http(s) address. */
  readonly place: string | null;
  /** The wall-clock time at which it begins (`2027-03-14T18:00`) in an IANA zone, and the instants it comes to. */
  readonly wall: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly minutes: number;
  /** The wall-clock time that its series names, where it was moved away from it. */
  readonly movedFrom: string | null;
  /** The series that it belongs to: its first wall-clock time in `zone`, its RRULE, and until when it is planned. */
  readonly series: {
    readonly wall: string;
    readonly rule: string;
    readonly plannedUntil: string | null;
    readonly state: ConversationState;
  } | null;
  /** `closed`: what came of it is on record. */
  readonly state: OccurrenceState;
  readonly cancelReason: string | null;
  readonly author: Mentionable;
  readonly authorId: string;
  readonly facilitator: Mentionable;
  readonly facilitatorId: string;
  readonly rsvps: RsvpCounts;
  readonly agenda: readonly AgendaEntry[];
  /** What came of it; null until it is closed. */
  readonly outcome: Outcome | null;
  /** Grows with every change that its card shows, and with every one that calendars show. */
  readonly version: number;
  readonly sequence: number;
}

/** The same without whom and what it takes further queries to find out. */
export type OccurrenceHeadline = Omit<OccurrenceDetails, 'author' | 'facilitator' | 'rsvps' | 'agenda' | 'outcome'>;

/** Who comes. */
export interface RsvpCounts {
  /** Null: as many as come. */
  readonly capacity: number | null;
  /** How many seats are taken, and held for whom they were offered to. */
  readonly coming: number;
  readonly offered: number;
  /** Those who said so first. */
  readonly firstComing: readonly Mentionable[];
  readonly maybe: number;
  readonly waiting: number;
  readonly declined: number;
}

/** Something to be talked about. */
export interface AgendaEntry {
  readonly id: string;
  readonly text: string;
  /** Whether it is for every time of a series. */
  readonly everyTime: boolean;
  readonly author: Mentionable;
  readonly authorId: string;
}

/** What came of an occurrence. */
export interface Outcome {
  readonly notes: string | null;
  readonly decisions: readonly string[];
  /** Tasks that follow from it. */
  readonly tasks: readonly {
    readonly number: number;
    readonly title: string;
    readonly owner: Mentionable | null;
    readonly done: boolean;
  }[];
  /** How many members came, how many had said yes and did not, and how many came who are no members. */
  readonly came: number;
  readonly absent: number;
  readonly guests: number;
  /** Of those who came and said: how many found it worth coming, and how many did not. */
  readonly worth: number;
  readonly notWorth: number;
}

/** How many of those who come are named. */
export const namedComing = 6;

/** Until when it may be answered, changed and begun: it is planned, and not over yet. */
export function isComing({ state, endsAt }: Pick<OccurrenceDetails, 'state' | 'endsAt'>, now: Date): boolean {
  return state === 'planned' && endsAt > now;
}
