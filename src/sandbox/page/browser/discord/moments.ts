import { type Reader, sayDistance, sayInstant } from '../markup/reader.ts';

const usual: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

/** The letters of `<t:…:R>`: <https://docs.discord.com/developers/reference#message-formatting-timestamp-styles>. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: usual,
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** The words of a Discord timestamp as this reader sees it. */
export function sayDiscordMoment(at: Date, style: string, reader: Reader): string {
  return style === 'R' ? sayDistance(at, reader) : sayInstant(at, reader, styles[style] ?? usual);
}
