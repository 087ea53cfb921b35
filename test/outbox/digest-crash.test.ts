import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Db } from '../../src/store/scope.ts';
import { actor } from '../support/acting.ts';
import { fateOf, leaseMs, remind, startSending } from '../support/sending.ts';

/** Where a process dies: before or after its n-th query has been carried out. From then on it does nothing any more. */
interface Death {
  readonly query: number;
  readonly when: 'before' | 'after';
}

/** A client whose process dies, and how many queries it was asked for. */
function createMortal(db: Db, { query: last, when }: Death) {
  let asked = 0;
  const client = db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        asked += 1;
        if (asked > last || (asked === last && when === 'before')) throw new Error('the process is dead');
        const result = await query(args);
        if (asked === last) throw new Error('the process dies');
        return result;
      },
    },
  });
  // An extended client has the same methods under another type.
  return { db: client as unknown as Db, asked: () => asked };
}

describe('a digest', () => {
  const ways = [
    { reminders: 'here', coalitions: 1 },
    { reminders: 'dm', coalitions: 1 },
    { reminders: 'dm', coalitions: 2 },
  ] as const;
  for (const { reminders, coalitions } of ways) {
    it(`is said exactly once wherever a process dies on the way (${reminders}, of ${coalitions})`, async (t) => {
      const sending = await startSending(t);
      const { store, clock, parts, sam, slack, drain } = sending;
      const other = coalitions === 2 ? await sending.foundAnother('Hillside', 'random') : sending;
      const data = { quietFrom: '21:00', quietTo: '08:00', reminders };
      await store.db.person.update({ where: { id: sam.person.id }, data });
      const channels = ['general', 'random', 'direct'];
      const seen = () => channels.flatMap((channel) => actor(slack, 'Sam', channel).posts());
      let night = Date.parse('2027-03-01T22:00:00Z');

      /** One night and its morning, on which a process dies. Returns how many queries it came to. */
      const live = async (death: Death): Promise<number> => {
        clock.moveTo(new Date(night));
        const name = `${death.when} query ${death.query}`;
        const held = [
          await remind(sending, { text: `one, ${name}.`, to: sam }),
          await remind({ ...sending, maria: other.maria }, { text: `two, ${name}.`, to: other.sam }),
        ];
        await drain();
        clock.moveTo(new Date(night + 10 * 3_600_000));
        const mortal = createMortal(store.db, death);
        const taken = await claimDeliveries(store.db, { now: clock.now(), limit: 20, leaseMs, worker: 'mortal' });
        for (const delivery of taken) await deliver({ ...parts, store: { ...store, db: mortal.db } }, delivery);
        clock.moveTo(new Date(night + 10 * 3_600_000 + 2 * leaseMs));
        await drain();
        for (const [index, text] of [`one, ${name}.`, `two, ${name}.`].entries()) {
          assert.equal(seen().filter((post) => post.includes(text)).length, 1, text);
          const delivery = held[index];
          assert.ok(delivery);
          assert.equal((await fateOf(sending, delivery)).status, 'sent', text);
        }
        night += 24 * 3_600_000;
        return mortal.asked();
      };

      const queries = await live({ query: Number.POSITIVE_INFINITY, when: 'before' });
      assert.ok(queries > 5);
      for (let query = 1; query <= queries; query++) {
        await live({ query, when: 'before' });
        await live({ query, when: 'after' });
      }
    });
  }
});
