import { type SlackChannel, sees } from '../channels.ts';
import { bot, people, type SlackPerson } from '../people.ts';

/** Everybody who can be mentioned. */
const mentionable: readonly Pick<SlackPerson, 'id' | 'name' | 'handle'>[] = [...people, bot];

/**
 * The text of a slash command as Slack sends it. Slack writes `&`, `<` and `>` as entities everywhere in its payloads,
 * so that what it puts between angle brackets itself stays unmistakable. With `should_escape` mentions, channels and
 * addresses are put so: `<@U…|name>`, `<#C…|name>`, `<https://…>`.
 */
export function toCommandText(text: string, shouldEscape: boolean, channels: readonly SlackChannel[]): string {
  const safe = escapeEntities(text);
  return shouldEscape ? linkAddresses(linkChannels(linkPeople(safe, true), channels)) : safe;
}

/** The text of a message that a person typed: like a command's, but mentions carry no label. */
export function toMessageText(text: string, channels: readonly SlackChannel[]): string {
  return linkAddresses(linkChannels(linkPeople(escapeEntities(text), false), channels));
}

/** Channels that this person may name. */
export function nameable(personId: string, channels: readonly SlackChannel[]): readonly SlackChannel[] {
  return channels.filter((channel) => !channel.directWith && sees(personId, channel));
}

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One or two words after an `@` that no letter precedes; a full stop at their end is none of them. */
const mention = /(?<![\p{L}\d])@([\p{L}\p{M}\d]+(?:[._-][\p{L}\p{M}\d]+)*)(?: ([\p{L}\p{M}-]+))?/gu;

/** `@Sam Rivera`, `@Sam` or `@sam`, whatever the case; a name that two people share is left as it stands. */
function linkPeople(text: string, labelled: boolean): string {
  return text.replace(mention, (whole, first: string, second?: string) => {
    const byBoth = second === undefined ? null : findNamed(`${first} ${second}`);
    const person = byBoth ?? findNamed(first);
    if (!person) return whole;
    const rest = byBoth || second === undefined ? '' : ` ${second}`;
    return `<@${person.id}${labelled ? `|${person.handle}` : ''}>${rest}`;
  });
}

function findNamed(name: string) {
  const same = (other: string) => other.localeCompare(name, 'en', { sensitivity: 'base' }) === 0;
  const found = mentionable.filter(
    (person) => same(person.handle) || same(person.name) || same(person.name.split(' ')[0] ?? ''),
  );
  return found.length === 1 ? found[0] : undefined;
}

function linkChannels(text: string, channels: readonly SlackChannel[]): string {
  return text.replace(/(?<![\p{L}\d&])#([\p{L}\d_-]+)/gu, (whole, name: string) => {
    const channel = channels.find((each) => each.name === name.toLowerCase());
    return channel ? `<#${channel.id}|${channel.name}>` : whole;
  });
}

const address = new RegExp(
  [
    /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?"')\]]/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /\b(?:[\w-]+\.)+(?:com|org|net)\b(?:\/[^\s<>|]*[^\s<>|.,;:!?"')\]])?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Web addresses, and what looks like one or like a mail address, as Slack's own reader finds them. */
function linkAddresses(text: string): string {
  return text.replace(address, (found) => {
    if (/^https?:/.test(found)) return `<${found}>`;
    return found.includes('@') ? `<mailto:${found}|${found}>` : `<http://${found}|${found}>`;
  });
}
