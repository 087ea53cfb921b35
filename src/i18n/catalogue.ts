import en from '../../locales/en.json' with { type: 'json' };
import es from '../../locales/es.json' with { type: 'json' };
import { createTranslate } from './messages.ts';
import type { MessageKey, Translate } from './translate.ts';

/** All words of the bot, in every language that it speaks. */
export interface Catalogue {
  /** BCP 47 tags of the languages spoken, English first. */
  readonly locales: readonly string[];
  /**
   * How to speak that language; English where it is not spoken. `zone` (IANA) is for the moments of which a platform
   * can show no more than their words.
   */
  readonly speak: (locale: string, zone?: string) => Translate;
  /** The first wish whose language is spoken (`es-419` → `es`), else English. Wishes may be anything. */
  readonly chooseLocale: (...wishes: readonly (string | undefined | null)[]) => string;
  /** A language spoken, from its tag or its name in any of these languages; null where there is none. */
  readonly findLocale: (raw: string) => string | null;
  /** All messages of a language, uncompiled, for a page that speaks by itself. */
  readonly messages: (locale: string) => Readonly<Record<string, string>>;
}

const languages: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = { en, es };
const fallback = 'en';

/** The catalogue of `locales/`. Messages are compiled when they are first said. */
export function createCatalogue(): Catalogue {
  const locales = Object.keys(languages);
  const speakers = new Map(locales.map((locale) => [locale, createTranslate(locale, languages[locale] ?? en)]));
  const findSpoken = (wish: string | undefined | null) => {
    if (wish && speakers.has(wish)) return wish;
    const language = toLanguage(wish);
    return locales.find((locale) => locale === language);
  };
  return {
    locales,
    speak: (locale, zone = 'UTC') => {
      const spoken = findSpoken(locale) ?? fallback;
      const translate = speakers.get(spoken);
      if (!translate) throw new Error(`no words for ${spoken}`);
      return (key, params) => translate(key, params, zone);
    },
    chooseLocale: (...wishes) => wishes.map(findSpoken).find((locale) => locale !== undefined) ?? fallback,
    findLocale: (raw) => findSpoken(raw) ?? locales.find((locale) => isNameOf(raw, locale, locales)) ?? null,
    messages: (locale) => languages[findSpoken(locale) ?? fallback] ?? en,
  };
}

/** The language of a tag as platforms write it (`es-419`, `pt_BR`); undefined where it is no tag. */
function toLanguage(tag: string | undefined | null): string | undefined {
  if (!tag) return undefined;
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-')).language;
  } catch {
    return undefined;
  }
}

function isNameOf(raw: string, locale: string, readers: readonly string[]): boolean {
  const typed = withoutAccents(raw);
  return readers.some((reader) => withoutAccents(languageName(locale, reader)) === typed);
}

function withoutAccents(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** What `reader` calls a language: `es` read by `en` is `Spanish`. */
export function languageName(locale: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(locale) ?? locale;
}
