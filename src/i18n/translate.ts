import type en from '../../locales/en.json';
import type { CalendarDay, Duration, RichText } from '../core/rich-text.ts';

/** A key of the locales, as `task.added`. English is the source. */
export type MessageKey = keyof typeof en;

/** What a message can contain: words, numbers (plurals), moments, days, durations, and rich text such as a mention. */
export type MessageParams = Readonly<Record<string, string | number | Date | CalendarDay | Duration | RichText>>;

/** Speaks one language: a key and its parameters → rich text. */
export type Translate = (key: MessageKey, params?: MessageParams) => RichText;
