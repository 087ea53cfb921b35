import type { Store } from '../../src/store/open.ts';

/**
 * Keeps a store from answering, as a long transaction of somebody else's does, until it is released. Resolves when it
 * is held.
 */
export async function holdStore({ db, kind }: Store): Promise<{ readonly release: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = db.$transaction(
    async (tx) => {
      // SQLite lets nobody else in while a transaction is open; PostgreSQL has to be asked.
      if (kind === 'postgresql') await tx.$executeRaw`LOCK TABLE "Account", "Person" IN ACCESS EXCLUSIVE MODE`;
      held.resolve();
      await released.promise;
    },
    { timeout: 60_000 },
  );
  await held.promise;
  return {
    release: async () => {
      released.resolve();
      await holding;
    },
  };
}
