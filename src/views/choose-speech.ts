import { rankPreferences } from '../core/preference.ts';
import type { Caller } from '../domain/people/acting.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Speech } from './speech.ts';

/** A language and zone for whoever has not said theirs and nobody has for them: the installation's. */
export interface Defaults {
  readonly locale: string;
  readonly zone: string;
}

interface Settings {
  readonly locale: string | null;
  readonly zone: string | null;
}

/** What a language and zone can be known from. */
interface Known {
  readonly person?: Pick<Caller['person'], 'locale' | 'zone'>;
  readonly account?: Pick<Caller['account'], 'locale' | 'zone'>;
  /** The person's other accounts. */
  readonly others?: readonly Settings[] | undefined;
  readonly coalition?: { readonly locale: string; readonly zone: string };
  /** The language that the platform sent along with the invocation. */
  readonly sent?: string | undefined;
}

/**
 * How to speak to somebody: as they chose, else as their platform says (the account they act with or are written to
 * before their others), else as their coalition does. Where only a coalition is known, it is to its spaces.
 */
export function chooseSpeech(catalogue: Catalogue, defaults: Defaults, now: Date, known: Known): Speech {
  const { person, account, others = [], coalition, sent } = known;
  const said = (key: keyof Settings, ...own: readonly (string | undefined | null)[]) =>
    rankPreferences({
      person: person?.[key],
      accounts: [...own, ...others.map((other) => other[key])],
      coalition: coalition?.[key],
      installation: defaults[key],
    });
  const zone = said('zone', account?.zone)[0] ?? { value: defaults.zone, from: 'installation' };
  const locales = said('locale', sent, account?.locale);
  const locale = catalogue.chooseLocale(...locales.map(({ value }) => value));
  const from = locales.find(({ value }) => catalogue.findLocale(value) === locale)?.from ?? 'installation';
  return {
    t: catalogue.speak(locale, zone.value),
    locale,
    zone: zone.value,
    now,
    from: { zone: zone.from, locale: from },
    ...(coalition && { aloud: catalogue.speak(coalition.locale, coalition.zone) }),
  };
}
