import type { View } from '../../src/core/view.ts';
import type { Answered } from '../../src/domain/conversations/answer.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import { answered, offerPassed, offerTaken } from '../../src/views/conversations/answering.ts';
import type { Speech } from '../../src/views/speech.ts';

/** What somebody is told who said whether they come to one time of a series, or to the only one there is. */
export function everyAnswer(
  speech: Speech,
  { series, once }: { series: OccurrenceDetails; once: OccurrenceDetails },
): Readonly<Record<string, View>> {
  const yes: Answered = { occurrence: series, answer: 'yes', seat: 'taken', place: null, all: null };
  const waiting: Answered = { ...yes, seat: 'waiting', place: 3 };
  const maybe: Answered = { ...yes, answer: 'maybe', seat: null };
  const no: Answered = { ...maybe, answer: 'no' };
  const all = { dates: 26, waiting: 0 };
  return {
    answeredYes: answered(speech, yes),
    answeredYesOnce: answered(speech, { ...yes, occurrence: once }),
    answeredYesToAll: answered(speech, { ...yes, all }),
    answeredWaiting: answered(speech, waiting),
    answeredWaitingAtSome: answered(speech, { ...yes, all: { ...all, waiting: 4 } }),
    answeredMaybe: answered(speech, maybe),
    answeredMaybeToAll: answered(speech, { ...maybe, all }),
    answeredNo: answered(speech, no),
    answeredNoToAll: answered(speech, { ...no, all }),
    offerTaken: offerTaken(speech, yes),
    offerTakenTooLate: offerTaken(speech, waiting),
    offerPassed: offerPassed(speech, { ...no, occurrence: once }),
  };
}
