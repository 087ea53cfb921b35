import { type TimestampStylesString, time as timeMarkup, userMention } from 'discord.js';
import { type Mentionable, plain, type RichText, type Span, type TimeStyle } from '../../core/rich-text.ts';

/**
 * Rich text in Discord's markdown. Everything that is not markup of ours is escaped. discord.js's `escapeMarkdown` is
 * not used: it leaves mentions, moments, custom emoji, quotes, small print and single bars as they are, and looks at
 * pairs, so that two texts that are harmless alone can form markup side by side. Here nearly every character is escaped
 * for itself, and texts that meet are escaped as one.
 */
export function toMarkdown(rich: RichText): string {
  return toRuns(rich).map(writeRun).join('');
}

/** The same on one line, for places where a line break would end what it stands in. */
export function toLine(rich: RichText): string {
  return toMarkdown(rich).replace(/\s+/gu, ' ').trim();
}

/** The Discord account that a mention of this person notifies; null where they have none. */
function findAccount({ accounts }: Mentionable): string | null {
  return accounts.find(({ platform }) => platform === 'discord')?.accountId ?? null;
}

/** The accounts that a text mentions. */
export function mentionedIn(rich: RichText): string[] {
  return rich.flatMap((span) => {
    if (span.type === 'bold') return mentionedIn(span.children);
    return span.type === 'mention' ? (findAccount(span.member) ?? []) : [];
  });
}

/** Neighbours of the same weight: bold directly after bold would write four stars, which Discord shows. */
interface Run {
  readonly bold: boolean;
  readonly spans: readonly OwnSpan[];
}

type OwnSpan = Exclude<Span, { type: 'bold' }>;

function toRuns(rich: RichText, bold = false): Run[] {
  return rich.flatMap((span) => toOwnRuns(span, bold)).reduce(joinRuns, []);
}

function toOwnRuns(span: Span, bold: boolean): Run[] {
  if (span.type === 'bold') return toRuns(span.children, true);
  if (span.type === 'mention' && !findAccount(span.member)) {
    return [{ bold: true, spans: [{ type: 'text', text: span.member.name }] }];
  }
  return [{ bold, spans: [span] }];
}

function joinRuns(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1);
  if (last?.bold !== run.bold) return [...runs, run];
  return [...runs.slice(0, -1), { bold: run.bold, spans: [...last.spans, ...run.spans] }];
}

function writeRun({ bold, spans }: Run): string {
  const written = spans
    .reduce(joinTexts, [])
    .map((span) => writeSpan(span, bold))
    .join('');
  return bold && written.trim() !== '' ? `**${written}**` : written;
}

function joinTexts(spans: readonly OwnSpan[], span: OwnSpan): OwnSpan[] {
  const last = spans.at(-1);
  if (last?.type !== 'text' || span.type !== 'text') return [...spans, span];
  return [...spans.slice(0, -1), { type: 'text', text: last.text + span.text }];
}

const timeStyles: Readonly<Record<TimeStyle, TimestampStylesString>> = {
  date: 'D',
  time: 't',
  moment: 'F',
  relative: 'R',
};

function writeSpan(span: OwnSpan, bold: boolean): string {
  switch (span.type) {
    case 'text':
      return escapeText(span.text);
    case 'code':
      return writeCode(span.text, bold);
    case 'link':
      return writeLink(span.text, span.url);
    case 'mention':
      return userMention(findAccount(span.member) ?? '');
    case 'time':
      return Number.isNaN(span.at.getTime()) ? escapeText(plain([span])) : timeMarkup(span.at, timeStyles[span.style]);
    default:
      return span satisfies never;
  }
}

/** Nothing can be escaped within code: what would end it, or the bold around it, is shown as plain text instead. */
function writeCode(code: string, bold: boolean): string {
  const words = code.toWellFormed().replace(/\s+/gu, ' ').trim();
  if (words.includes('`') || (bold && words.includes('*'))) return escapeText(words);
  return words === '' ? '' : `\`${words}\``;
}

/** Discord shows a link whose label looks like an address, or holds a bracket alone, as it is written. */
function writeLink(label: string, url: string): string {
  const words = label.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/gu, ' ').trim();
  const address = toAddress(url);
  if (!address) return escapeText(label);
  return words === '' ? `<${address}>` : `[${escapeWords(words)}](<${address}>)`;
}

/** An http(s) address without the characters that would end the link or the bold around it; null where it is none. */
export function toAddress(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return null;
  return parsed.href.replace(/[()*<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Addresses that mean nothing else to Discord: no star (bold), no character that would end `<…>`. */
const webAddress = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[\w/])/i;

/** A text that shows exactly as it is. Web addresses in it can be followed: they say where they lead. */
export function escapeText(words: string): string {
  const parts = words.split(webAddress);
  return parts.map((part, index) => (index % 2 === 0 ? escapeWords(part) : `<${part}>`)).join('');
}

/** What means something wherever it stands; a colon, where it begins `:an_emoji:` or the rest of `https://`. */
const special = /[\\*_~`|[\]<>@#]|:(?=[^\s:]+:|\/\/)/g;
/** What begins a list, at the start of a line or of a text that may follow one: `- ` and `12. `. */
const listStart = /(?<=^[^\S\n]*)[-+](?=\s|$)|(?<=^[^\S\n]*\d+)\.(?=\s|$)/gm;

/** Discord shows a character after a backslash as it is, if it is no letter, digit or space. */
function escapeWords(words: string): string {
  return words.toWellFormed().replace(special, '\\$&').replace(listStart, '\\$&');
}

/** Whether nothing of it can be seen: Discord refuses texts and labels like that. */
export function isBlank(words: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}]/u.test(words);
}
