/**
 * How long a transaction waits for its turn (`maxWait`: on SQLite for the gate, on PostgreSQL for a connection) and how
 * long it may take (`timeout`), in milliseconds. Prisma's own two and five seconds are short for a small machine under
 * load; transactions here take milliseconds, so reaching either means that something hangs.
 */
export const transactionOptions = { maxWait: 15_000, timeout: 15_000 } as const;
