import type { Caller } from '../domain/people/acting.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Speech } from '../views/speech.ts';

/** The language and zone of the installation, for whoever has not said theirs. */
export interface Defaults {
  readonly locale: string;
  readonly zone: string;
}

/** What a language and zone can be known from, most personal first. */
interface Known {
  readonly person?: Pick<Caller['person'], 'locale' | 'zone'>;
  readonly account?: Pick<Caller['account'], 'locale' | 'zone'>;
  readonly coalition?: { readonly locale: string; readonly zone: string };
  /** What the platform sent along with the invocation. */
  readonly sent?: string | undefined;
}

/** How to speak to somebody: as they chose, else as their platform says, else as their coalition does. */
export function chooseSpeech(catalogue: Catalogue, defaults: Defaults, now: Date, known: Known): Speech {
  const { person, account, coalition, sent } = known;
  const locale = catalogue.chooseLocale(person?.locale, sent, account?.locale, coalition?.locale, defaults.locale);
  const zone = person?.zone ?? account?.zone ?? coalition?.zone ?? defaults.zone;
  return { t: catalogue.speak(locale, zone), locale, zone, now };
}
