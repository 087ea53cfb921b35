import type { SandboxCall } from '../contract.ts';

const kept = 10_000;

/** What the bot asked of the platform, oldest first, bounded. Whoever records leaves tokens out. */
export interface CallRecord {
  readonly calls: readonly SandboxCall[];
  readonly record: (call: SandboxCall) => void;
}

export function createCallRecord(): CallRecord {
  const calls: SandboxCall[] = [];
  return {
    calls,
    record: (call) => {
      calls.push(call);
      if (calls.length > kept) calls.shift();
    },
  };
}
