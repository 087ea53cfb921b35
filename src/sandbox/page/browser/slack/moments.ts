import { type Reader, sayDistance, sayInstant, sayNearDay } from '../markup/reader.ts';

const long = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const short = { year: 'numeric', month: 'short', day: 'numeric' } as const;

/** What stands for each token of a `<!date…>`: <https://docs.slack.dev/messaging/formatting-message-text#date-formatting>. */
const tokens: Readonly<Record<string, (at: Date, reader: Reader) => string>> = {
  date_num: (at, reader) => sayInstant(at, reader, { year: 'numeric', month: '2-digit', day: '2-digit' }),
  date: (at, reader) => sayInstant(at, reader, long),
  date_short: (at, reader) => sayInstant(at, reader, short),
  date_long: (at, reader) => sayInstant(at, reader, { ...long, weekday: 'long' }),
  date_pretty: (at, reader) => sayNearDay(at, reader) ?? sayInstant(at, reader, long),
  date_short_pretty: (at, reader) => sayNearDay(at, reader) ?? sayInstant(at, reader, short),
  date_long_pretty: (at, reader) => sayNearDay(at, reader) ?? sayInstant(at, reader, { ...long, weekday: 'long' }),
  day_divider_pretty: (at, reader) => sayNearDay(at, reader) ?? sayInstant(at, reader, { ...long, weekday: 'long' }),
  time: (at, reader) => sayInstant(at, reader, { timeStyle: 'short' }),
  time_secs: (at, reader) => sayInstant(at, reader, { timeStyle: 'medium' }),
  ago: sayDistance,
};

/** The words of a Slack date as this reader sees it. */
export function saySlackMoment(at: Date, style: string, reader: Reader): string {
  return style.replace(/\{(\w+)\}/g, (whole, token: string) => tokens[token]?.(at, reader) ?? whole);
}
