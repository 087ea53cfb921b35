/** Discord's epoch, the first second of 2015, in milliseconds. */
const epoch = 1_420_070_400_000n;

/** The id of the `sequence`-th thing made in that millisecond. */
export function toSnowflake(at: Date, sequence = 0): string {
  return (((BigInt(at.getTime()) - epoch) << 22n) | BigInt(sequence)).toString();
}

/** Gives ids that always grow, even where the clock stands still or is set back. */
export function createSnowflakes(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(toSnowflake(now()));
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}

/** Whether the text has the form of an id. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{17,19}$/.test(value);
}

/** Which of two ids is the younger one, for sorting the oldest first. */
export function compareSnowflakes(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
