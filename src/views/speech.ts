import type { PreferenceSource } from '../core/preference.ts';
import type { Translate } from '../i18n/translate.ts';

/** How to speak to whoever reads: their language, their zone, and the moment it is for them. */
export interface Speech {
  readonly t: Translate;
  /** The same in the language and the zone of their coalition, for what all of it is going to read. */
  readonly aloud?: Translate;
  /** BCP 47 tag of a language that the bot speaks. */
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  readonly now: Date;
  /** On whose word zone and language are these, where it is for a person to know. */
  readonly from?: { readonly zone: PreferenceSource; readonly locale: PreferenceSource };
}
