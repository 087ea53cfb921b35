/** What this process has run of late, so that a repetition by the platform is known at once. */
export interface Recent {
  /** Notes that an invocation runs; false where it runs or has been run already. */
  readonly begin: (invocationId: string) => boolean;
  /** It came to nothing, so it may be run again. */
  readonly forget: (invocationId: string) => void;
}

/** Platforms repeat within seconds or a few minutes. */
const mostKept = 10_000;

/**
 * Kept in memory alone: it spares reading operations all writing. A repetition that comes to another process, or after
 * a crash, may be answered again, but its change is not made again: that is noted with the change itself.
 */
export function createRecent(): Recent {
  const ids = new Set<string>();
  return {
    begin: (invocationId) => {
      if (ids.has(invocationId)) return false;
      ids.add(invocationId);
      const [oldest] = ids;
      if (ids.size > mostKept && oldest !== undefined) ids.delete(oldest);
      return true;
    },
    forget: (invocationId) => void ids.delete(invocationId),
  };
}
