import type { AccountFacts, Place } from '../../../src/core/invocation.ts';

/**
 * One of many coalitions that live through the year, of which no two have the same habits. It meets in a channel of
 * each platform: Maria, who founded it, and Sam in Slack, Kai in Discord.
 */
export interface YearCoalition {
  readonly index: number;
  readonly zone: string;
  /** In which its spaces are spoken to. */
  readonly locale: 'en' | 'es';
  readonly slack: Place;
  readonly discord: Place;
  /** The hour of what is said to everybody once a week, and on which day; Monday is 1. */
  readonly weekday: number;
  readonly hour: string;
  /** The wall-clock hour at which a daily reminder comes, where there is one: the clocks skip it once a year. */
  readonly nightly: string | null;
  /** Sam is reminded by somebody else at six, and asks for quiet until seven. */
  readonly quiet: boolean;
  /** Kai is reminded directly. */
  readonly direct: boolean;
  /** The day of each month on which a chore that is due on the 20th gets done. */
  readonly choreDoneOn: number;
}

/** Names as they stand in account ids. */
export type Name = 'MARIA' | 'SAM' | 'KAI';

/** Clocks that change on different days, by an hour and by half an hour; and those of the whole world. */
const notable = ['America/New_York', 'Australia/Lord_Howe', 'Europe/Madrid', 'Africa/Cairo', 'Asia/Kolkata'];
const zones = [...new Set([...notable, ...Intl.supportedValuesOf('timeZone')])];

export function toCoalition(index: number): YearCoalition {
  return {
    index,
    zone: zones[index % zones.length] ?? 'UTC',
    locale: index % 2 === 0 ? 'en' : 'es',
    slack: { platform: 'slack', workspaceId: 'T1', channelId: `C${index}` },
    discord: { platform: 'discord', workspaceId: '900', channelId: `C${index}` },
    weekday: (index % 7) + 1,
    hour: `${10 + (index % 10)}:00`,
    nightly: index % 20 === 0 ? '02:15' : null,
    quiet: index % 5 === 1,
    direct: index % 3 === 0,
    choreDoneOn: index % 2 === 0 ? 20 : 22,
  };
}

export function toAccountId(name: Name, { index }: YearCoalition): string {
  return `${name}${index}`;
}

/** What Slack says of somebody; Discord sends along what it knows. */
export function describeIn(coalitions: readonly YearCoalition[], accountId: string): AccountFacts {
  const [, name = '', index] = /^([A-Z]+)(\d+)$/.exec(accountId) ?? [];
  const zone = coalitions[Number(index)]?.zone ?? 'UTC';
  return { name: `${name} ${index}`, zone, locale: 'en-US', authority: true };
}
