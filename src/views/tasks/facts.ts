import type { Mentionable } from '../../core/rich-text.ts';
import type { RecurrenceFacts } from '../recurrence.ts';

/** When a task is due, as in `NamedTime`: the wall-clock date or date and time, its IANA zone, and the instant. */
export interface DueFacts {
  readonly wall: string;
  readonly zone: string;
  readonly at: Date;
}

/** A task as its views need it. */
export interface TaskFacts {
  readonly coalitionId: string;
  readonly number: number;
  readonly title: string;
  readonly notes: string | null;
  readonly status: 'open' | 'done' | 'dropped';
  readonly due: DueFacts | null;
  /** Null where it is done once. */
  readonly repeats: RecurrenceFacts | null;
  readonly owner: Mentionable | null;
  readonly author: Mentionable;
  readonly goal: { readonly number: number; readonly title: string } | null;
  /** The conversation that it follows from, and which time of it where that is one of a series. */
  readonly conversation: { readonly number: number; readonly occurrence: number | null; readonly title: string } | null;
  readonly finisher: Mentionable | null;
  readonly finishedAt: Date | null;
}

/** One page of tasks. Pages count from 1; `total` counts the tasks of all pages. */
export interface TaskPage {
  readonly tasks: readonly TaskFacts[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}
