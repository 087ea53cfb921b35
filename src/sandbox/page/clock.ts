/** The sandbox's time, which whoever looks at the page may move. It runs on from wherever it was moved to. */
export interface SandboxClock {
  readonly now: () => Date;
  /** Whether it differs from the machine's time. */
  readonly moved: () => boolean;
  /** Sets the time; resolves when what has become due by then has been seen to. */
  readonly moveTo: (at: Date) => Promise<void>;
  /** Back to the machine's time. */
  readonly reset: () => Promise<void>;
}
