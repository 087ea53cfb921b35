import { createPace, type Pace } from '../../../src/outbox/pace.ts';

/** The real pace, of a time that passes so many times as fast as the machine's. */
export function createHurriedPace(rate: number): Pace {
  const pace = createPace();
  return {
    note: (space, kind, now) => pace.note(space, kind, now * rate),
    answered: (space, kind, begun, now) => pace.answered(space, kind, begun * rate, now * rate),
    refused: (space, kind, until) => pace.refused(space, kind, until * rate),
    room: (space, kind, now) => pace.room(space, kind, now * rate),
    share: (spaceId, now) => pace.share(spaceId, now * rate),
    freeAt: (space, kind) => pace.freeAt(space, kind) / rate,
    waiting: (now) => pace.waiting(now * rate),
    endings: (now) => pace.endings(now * rate).map((at) => at / rate),
    shareAmong: pace.shareAmong,
  };
}
