import { loadFirstCalledOff, loadLastPlanned } from '../../domain/conversations/load-series.ts';
import { loadMentioned } from '../../domain/people/load-mentioned.ts';
import { isStillPlanned } from '../../domain/schedules/still-planned.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { renewalNotice, seriesCancelledNotice } from '../../views/conversations/notices.ts';
import type { Speech } from '../../views/speech.ts';
import { type ComposedNotice, skip } from './composed.ts';
import { toListeners } from './conversation-audience.ts';
import type { OfSeries } from './conversation-letters.ts';

/** What is said of a whole series: that it is called off, or whether it shall go on. */
export async function composeOfSeries(
  db: Db,
  delivery: Delivery,
  letter: OfSeries,
  speech: Speech,
): Promise<ComposedNotice> {
  switch (letter.kind) {
    case 'conversation.series-cancelled': {
      const next = await loadFirstCalledOff(db, delivery);
      const by = await loadMentioned(db, delivery, letter.data.byId);
      return toListeners(db, delivery, next && by && seriesCancelledNotice(speech, next, by), speech.now);
    }
    case 'conversation.renewal': {
      const last = await loadLastPlanned(db, delivery);
      if (!last?.series) return skip('subject-gone');
      if (last.series.state === 'cancelled') return skip('conversation-cancelled');
      if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
      return toListeners(db, delivery, renewalNotice(speech, last), speech.now);
    }
    default:
      return letter satisfies never;
  }
}
