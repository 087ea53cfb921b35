import type { Doorkeeper } from './app/doorkeeper.ts';
import { enterCoalition, findSpace, recogniseMember } from './domain/coalitions/enter.ts';
import { endInvocation, startInvocation } from './domain/invocations/seen.ts';
import { identify } from './domain/people/identify.ts';
import type { Store } from './store/open.ts';
import type { Clock } from './time/clock.ts';

/** The domain at the door: what the app needs of it, whatever is being done. */
export function createDoorkeeper({ db, inCoalition }: Store, clock: Clock): Doorkeeper {
  return {
    begin: (invocationId) => startInvocation(db, invocationId, clock.now()),
    end: (invocationId) => endInvocation(db, invocationId, clock.now()),
    meet: async ({ place, placeName, direct, actor, facts }) => {
      const now = clock.now();
      const who = { place, accountId: actor.accountId, name: actor.name, ...facts };
      const [{ person, account }, space] = await Promise.all([identify(db, who, now), findSpace(db, place)]);
      return { db, person, account, place, placeName, direct, space, now };
    },
    enter: (caller) => enterCoalition(db, inCoalition, caller),
    recognise: (caller) => recogniseMember(db, inCoalition, caller),
  };
}
