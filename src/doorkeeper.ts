import type { Doorkeeper } from './app/doorkeeper.ts';
import { enterCoalition, findSpace, getActing, recogniseCaller } from './domain/coalitions/enter.ts';
import { changingOnce } from './domain/invocations/change-once.ts';
import { reopenDirect } from './domain/people/direct.ts';
import { identify } from './domain/people/identify.ts';
import { findOtherAccounts } from './domain/people/other-accounts.ts';
import type { Store } from './store/open.ts';
import type { Db } from './store/scope.ts';
import type { Clock } from './time/clock.ts';

/** The domain at the door: what the app needs of it, whatever is being done. `changed` is called after each change. */
export function createDoorkeeper({ db, inCoalition }: Store, clock: Clock, changed: () => void): Doorkeeper {
  const handOver = <Client extends Db>(client: Client, invocationId: string | undefined, now: Date): Client =>
    invocationId === undefined ? client : changingOnce(client, { invocationId, now, changed });
  return {
    meet: async ({ id, place, placeName, direct, actor, facts }) => {
      const now = clock.now();
      const who = { place, accountId: actor.accountId, nickname: actor.name, name: '', ...facts };
      const [{ person, account }, space] = await Promise.all([identify(db, who, now), findSpace(db, place)]);
      if (direct) await reopenDirect(db, account);
      const others = await findOtherAccounts(db, { person, account });
      const caller = { person, account, others, place, placeName, direct, space, now };
      return { ...caller, db: handOver(db, id, now), ...(id !== undefined && { invocationId: id }) };
    },
    getActing: (caller, meant) => {
      const { invocationId, now } = caller;
      return getActing(db, (id) => handOver(inCoalition(id), invocationId, now), caller, meant);
    },
    enter: enterCoalition,
    recognise: (caller) => recogniseCaller(db, inCoalition, caller),
  };
}
