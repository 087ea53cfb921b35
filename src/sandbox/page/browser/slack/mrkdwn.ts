import { type Mark, type MarkRule, type Passage, parseMarks } from '../markup/marks.ts';

const rules: readonly MarkRule[] = [
  { pattern: /`([^`\n]+)`/y, toMark: ([, code = '']) => ({ type: 'code', text: decode(code) }) },
  {
    pattern: /<!date\^(\d+)\^([^^|>]+)(?:\^[^|>]+)?\|([^>]*)>/y,
    toMark: ([, at, style = '', fallback = '']) => ({
      type: 'moment',
      at: Number(at),
      style,
      fallback: decode(fallback),
    }),
  },
  { pattern: /<@([A-Z0-9]+)(?:\|([^>]*))?>/y, toMark: ([, id = '', label = '']) => ({ type: 'person', id, label }) },
  { pattern: /<#([A-Z0-9]+)(?:\|([^>]*))?>/y, toMark: ([, id = '', label = '']) => ({ type: 'channel', id, label }) },
  {
    pattern: /<!(?:subteam\^[A-Z0-9]+|(here|channel|everyone))(?:\|@?([^>]*))?>/y,
    toMark: ([, group = '', label = '']) => ({ type: 'callout', text: `@${decode(label) || group}` }),
  },
  {
    pattern: /<((?:https?:\/\/|mailto:)[^|>\s]+)(?:\|([^>]*))?>/y,
    toMark: ([, url = '', label = '']) => ({
      type: 'link',
      url: decode(url),
      children: [{ type: 'text', text: decode(label || url) }],
    }),
  },
  around('*', 'bold'),
  around('_', 'italic'),
  around('~', 'strike'),
];

/** Slack's markup counts only between what is no letter or digit, around no blank, and within one line. */
function around(sign: string, type: 'bold' | 'italic' | 'strike'): MarkRule {
  const one = `\\${sign}`.replace('\\_', '_').replace('\\~', '~');
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${one}(?=\\S)([^${one}\\n]*[^${one}\\s])${one}(?![\\p{L}\\p{N}])`, 'uy'),
    toMark: ([, content = ''], inner) => ({ type, children: inner(content) }),
  };
}

/** Reads a text of type `mrkdwn`: <https://docs.slack.dev/messaging/formatting-message-text>. */
export function parseMrkdwn(text: string): readonly Passage[] {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((part, index): readonly Passage[] => {
    if (index % 2 === 1) return [{ type: 'code-block', text: decode(part) }];
    return part === '' ? [] : toPassages(part);
  });
}

/** Quoted lines form quotes, all others paragraphs; the breaks between lines of one kind stay in its text. */
function toPassages(text: string): readonly Passage[] {
  const passages: { type: 'paragraph' | 'quote'; lines: string[] }[] = [];
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line);
    const type = quoted ? 'quote' : 'paragraph';
    const last = passages.at(-1);
    const words = quoted?.[1] ?? line;
    if (last?.type === type) last.lines.push(words);
    else passages.push({ type, lines: [words] });
  }
  return passages.map(({ type, lines }) => ({ type, marks: toMarks(lines.join('\n')) }));
}

function toMarks(text: string): readonly Mark[] {
  return parseMarks(text, rules, decode);
}

/** Slack escapes these three characters and no others. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
