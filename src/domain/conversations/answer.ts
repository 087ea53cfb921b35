import type { OccurrenceReference } from '../../core/ids.ts';
import type { RsvpAnswer, Seat } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceHeadline } from './details.ts';

/** What an answer has come to. */
export interface Answered {
  /** Of all dates of a series: the one that was named, or else the next. */
  readonly occurrence: OccurrenceHeadline;
  readonly answer: RsvpAnswer;
  /** Of a yes: a seat, or the place in the line of those who wait, from 1. */
  readonly seat: Seat | null;
  readonly place: number | null;
  /** How many dates of a series were answered, and at how many of them one waits; null where it was one. */
  readonly all: { readonly dates: number; readonly waiting: number } | null;
}

/** Says whether one comes. */
export function answerOccurrence(
  _acting: Acting,
  _named: OccurrenceReference,
  _answer: RsvpAnswer,
  _dates: 'this' | 'all',
): Promise<Answered> {
  throw new Error('not yet');
}
