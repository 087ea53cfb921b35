import type { TimeStyle } from '../../core/rich-text.ts';

/** Slack's own patterns, which show every reader their own zone and language (docs.slack.dev, "Date formatting"). */
export const dateFormats: Readonly<Record<TimeStyle, string>> = {
  date: '{date_long}',
  time: '{time}',
  moment: '{date_long}, {time}',
  relative: '{ago}',
};

/** A moment as Slack counts it. */
export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
