/** Who says which zone or language is a person's: themselves, one of their platforms, or whoever they act among. */
export type PreferenceSource = 'person' | 'account' | 'coalition' | 'installation';

/** What each of them says of it; null and undefined are nothing. */
export interface Opinions {
  /** What the person chose. */
  readonly person?: string | null | undefined;
  /** What the platforms guess: the account that acts first, then the person's others. */
  readonly accounts?: readonly (string | null | undefined)[];
  readonly coalition?: string | null | undefined;
  readonly installation?: string | null | undefined;
}

/** Something that is preferred, and on whose word. */
export interface Preference {
  readonly value: string;
  readonly from: PreferenceSource;
}

/**
 * A person's zone (IANA) or language (BCP 47) by everything that is said of it, what counts most first: the person's
 * choice → what their platforms guess → the coalition's → the installation's. This order holds wherever somebody is
 * spoken to, read or reminded.
 */
export function rankPreferences({ person, accounts = [], coalition, installation }: Opinions): readonly Preference[] {
  const all = [
    { value: person, from: 'person' },
    ...accounts.map((value) => ({ value, from: 'account' }) as const),
    { value: coalition, from: 'coalition' },
    { value: installation, from: 'installation' },
  ] as const;
  return all.flatMap(({ value, from }) => (value ? [{ value, from }] : []));
}
