/**
 * Characters that show nothing, or turn what follows around, and so are dropped from names and titles. Kept are line
 * breaks, the joiners that scripts and emoji need, and the tags of flags.
 */
const invisible = /(?![\t\n\r\u0600-\u0605\u06dd]|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;

/** Words as they show, without such characters and the space around them. */
export function toVisible(raw: string): string {
  return raw.replace(invisible, '').trim();
}
