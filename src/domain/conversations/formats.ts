/**
 * Kinds of conversations, with what each usually is: how long it takes, in minutes, and how many it is for (null: as many
 * as come). The questions that it begins its agenda with stand in the locales.
 */
export const formats = {
  community: { minutes: 90, capacity: null },
  circle: { minutes: 90, capacity: 12 },
  planning: { minutes: 60, capacity: null },
  council: { minutes: 45, capacity: null },
  training: { minutes: 120, capacity: 20 },
  'one-to-one': { minutes: 45, capacity: 2 },
} as const;

/** The key of a kind of conversation. */
export type FormatKey = keyof typeof formats;

/** All of them, in the order in which they are offered. */
export const formatKeys = Object.keys(formats) as [FormatKey, ...FormatKey[]];

/** The format of that key; null where there is none. */
export function findFormat(key: string | null): FormatKey | null {
  return formatKeys.find((format) => format === key) ?? null;
}

/** How long a conversation takes where nothing was said, in minutes. */
export const usualMinutes = 60;
