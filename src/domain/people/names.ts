/** A name as it is compared: without case, accents and surplus spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Those who go by `typed`: whose whole name it is, or else whose name, or a word of it, begins with it. Each thing may
 * have several names.
 */
export function matchNames<T>(things: readonly T[], typed: string, namesOf: (thing: T) => readonly string[]): T[] {
  const wanted = foldName(typed);
  const having = (fits: (name: string) => boolean) => things.filter((thing) => namesOf(thing).map(foldName).some(fits));
  const exact = having((name) => name === wanted);
  return exact.length > 0 ? exact : having((name) => name.startsWith(wanted) || name.includes(` ${wanted}`));
}
