import { IntlMessageFormat } from 'intl-messageformat';
import {
  bold,
  type CalendarDay,
  code,
  type Duration,
  plain,
  type RichText,
  type Span,
  text,
} from '../core/rich-text.ts';
import { showDuration } from './durations.ts';
import { showDay, showMoment } from './moments.ts';
import type { MessageKey, MessageParams } from './translate.ts';

type Value = string | number | Date | RichText | Span;
type Chunk = string | Value;

/** The tags that a message may use; a param cannot have such a name. */
const tags = {
  b: (chunks: readonly Chunk[]) => bold(chunks.flatMap((chunk) => toRichText(chunk))),
  code: (chunks: readonly Chunk[]) => code(plain(chunks.flatMap((chunk) => toRichText(chunk)))),
};

/**
 * Speaks from these ICU messages. Throws where a param is missing or the key is unknown: those are mistakes of ours.
 */
export function createTranslate(locale: string, messages: Readonly<Record<MessageKey, string>>) {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const compile = (key: MessageKey) => {
    const known = compiled.get(key);
    if (known) return known;
    if (!Object.hasOwn(messages, key)) throw new Error(`no message ${key} in ${locale}`);
    const message = new IntlMessageFormat(messages[key], locale);
    compiled.set(key, message);
    return message;
  };
  return (key: MessageKey, params: MessageParams = {}, zone = 'UTC'): RichText => {
    const shown = (value: Value | CalendarDay | Duration): Value => {
      if (value instanceof Date) return showMoment(value, 'moment', locale, zone);
      if (isDay(value)) return showDay(value.day, locale);
      return isDuration(value) ? showDuration(value, locale) : value;
    };
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
    const parts = compile(key).formatToParts<Value>({ ...values, ...tags } as never);
    return parts.flatMap((part) => toRichText(part.value));
  };
}

/** A part of a formatted message: words, a span of a tag, or the rich text of a param. */
function toRichText(value: Chunk): RichText {
  if (typeof value === 'string' || typeof value === 'number') return text(String(value));
  if (value instanceof Date) throw new Error('moments become spans before a message is formatted');
  return isRichText(value) ? value : [value];
}

function isDay(value: Value | CalendarDay | Duration): value is CalendarDay {
  return typeof value === 'object' && 'day' in value;
}

function isDuration(value: Value | Duration): value is Duration {
  return typeof value === 'object' && 'ms' in value;
}

function isRichText(value: RichText | Span): value is RichText {
  return Array.isArray(value);
}
