import type { Log } from '../../src/core/ports.ts';

const ignore = () => {};

/** A log that keeps nothing. */
export const silence: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
