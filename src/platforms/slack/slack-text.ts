import { unescapeMarkup } from './escape.ts';

/**
 * What a person typed, from how Slack sends it with `should_escape`: links it made of words become words again, `&lt;`
 * becomes `<`. Mentions of people stay `<@U…|name>`.
 */
export function readSlackText(raw: string): string {
  return raw
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') && part.endsWith('>') ? readToken(part) : unescapeMarkup(part)))
    .join('');
}

function readToken(token: string): string {
  const [target = '', label] = token.slice(1, -1).split('|', 2);
  if (/^@[A-Z0-9]+$/.test(target)) return token;
  if (target.startsWith('#')) return label ? `#${label}` : token;
  if (target.startsWith('!')) return label ? unescapeMarkup(label) : `@${target.slice(1)}`;
  return unescapeMarkup(target.replace(/^(mailto|tel):/, ''));
}

/** The same words with people as `@name`, for what is read as a text. Who has no name along stays as they are. */
export function nameMentions(words: string): string {
  return words.replace(/<@[A-Z0-9]+\|([^<>|]+)>/g, (_, name: string) => `@${unescapeMarkup(name)}`);
}
