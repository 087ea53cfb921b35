import { type MarkRule, type Passage, parseMarks } from '../markup/marks.ts';

const rules: readonly MarkRule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, toMark: ([, sign = '']) => ({ type: 'text', text: sign }) },
  { pattern: /(`+)([^`](?:.*?[^`])?)\1(?!`)/sy, toMark: ([, , code = '']) => ({ type: 'code', text: code.trim() }) },
  { pattern: /<@!?(\d+)>/y, toMark: ([, id = '']) => ({ type: 'person', id, label: '' }) },
  { pattern: /<#(\d+)>/y, toMark: ([, id = '']) => ({ type: 'channel', id, label: '' }) },
  { pattern: /<@&(\d+)>/y, toMark: ([, id = '']) => ({ type: 'callout', text: `@${id}` }) },
  { pattern: /@(?:everyone|here)/y, toMark: ([text]) => ({ type: 'callout', text }) },
  { pattern: /<(\/[^:>]+):\d+>/y, toMark: ([, text = '']) => ({ type: 'callout', text }) },
  {
    pattern: /<t:(-?\d+)(?::([tTdDfFRsS]))?>/y,
    toMark: ([, at, style = 'f']) => ({ type: 'moment', at: Number(at), style, fallback: '' }),
  },
  {
    pattern: /\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y,
    toMark: ([, label = '', url = ''], inner) => ({ type: 'link', url, children: inner(label) }),
  },
  { pattern: /<?(https?:\/\/[^\s<>]*[^\s<>.,:;"'\])])>?/y, toMark: ([, url = '']) => toBareLink(url) },
  wrapped(/\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy, 'bold'),
  wrapped(/__((?:\\.|[^\\])+?)__(?!_)/sy, 'underline'),
  wrapped(/\*(?=\S)((?:\*\*|\\.|[^*\\])+?)(?<!\s)\*(?!\*)/sy, 'italic'),
  wrapped(/(?<![\p{L}\p{N}_])_((?:__|\\.|[^_\\])+?)_(?![\p{L}\p{N}_])/suy, 'italic'),
  wrapped(/~~((?:\\.|[^\\])+?)~~/sy, 'strike'),
  wrapped(/\|\|((?:\\.|[^\\])+?)\|\|/sy, 'spoiler'),
];

function wrapped(pattern: RegExp, type: 'bold' | 'underline' | 'italic' | 'strike' | 'spoiler'): MarkRule {
  return { pattern, toMark: ([, content = ''], inner) => ({ type, children: inner(content) }) };
}

function toBareLink(url: string) {
  return { type: 'link', url, children: [{ type: 'text', text: url }] } as const;
}

/** A line that is more than words, by how it starts. */
type Line =
  | { readonly type: 'paragraph' | 'quote' | 'small'; readonly text: string }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'item'; readonly ordered: boolean; readonly text: string };

const starts: readonly (readonly [RegExp, (match: RegExpExecArray) => Line])[] = [
  [/^(#{1,3}) +(.+)$/, ([, signs = '', text = '']) => ({ type: 'heading', level: toLevel(signs.length), text })],
  [/^-# +(.+)$/, ([, text = '']) => ({ type: 'small', text })],
  [/^> (.*)$/, ([, text = '']) => ({ type: 'quote', text })],
  [/^ *[-*] +(.+)$/, ([, text = '']) => ({ type: 'item', ordered: false, text })],
  [/^ *\d+\. +(.+)$/, ([, text = '']) => ({ type: 'item', ordered: true, text })],
];

/** Reads Discord's markdown: <https://support.discord.com/hc/articles/210298617>, as far as bots use it. */
export function parseDiscordMarkdown(text: string): readonly Passage[] {
  return text.split(/```(?:\w+\n)?\n?([\s\S]*?)\n?```/).flatMap((part, index): readonly Passage[] => {
    if (index % 2 === 1) return [{ type: 'code-block', text: part }];
    return part === ''
      ? []
      : gather(
          part
            .replace(/^\n|\n$/g, '')
            .split('\n')
            .map(readLine),
        );
  });
}

function readLine(line: string): Line {
  for (const [pattern, toLine] of starts) {
    const match = pattern.exec(line);
    if (match) return toLine(match);
  }
  return { type: 'paragraph', text: line };
}

/** Lines of one kind that follow each other belong together, but for headings. */
function gather(lines: readonly Line[]): readonly Passage[] {
  const groups: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && belongs(line, group[0])) group.push(line);
    else groups.push([line]);
  }
  return groups.map(toPassage);
}

function belongs(line: Line, first: Line): boolean {
  if (line.type === 'item') return first.type === 'item' && first.ordered === line.ordered;
  if (line.type === 'paragraph' && first.type === 'item') return line.text.startsWith('  ');
  return line.type === first.type && line.type !== 'heading';
}

function toPassage(lines: readonly [Line, ...Line[]]): Passage {
  const [first] = lines;
  const marks = (text: string) => parseMarks(text, rules);
  if (first.type === 'item') {
    return { type: 'list', ordered: first.ordered, items: toItems(lines).map(marks) };
  }
  const joined = marks(lines.map(({ text }) => text).join('\n'));
  return first.type === 'heading'
    ? { type: 'heading', level: first.level, marks: joined }
    : { type: first.type, marks: joined };
}

/** An indented line below an item goes on with it. */
function toItems(lines: readonly Line[]): readonly string[] {
  const items: string[] = [];
  for (const { type, text } of lines) {
    if (type === 'item') items.push(text);
    else items.push(`${items.pop() ?? ''}\n${text.trimStart()}`);
  }
  return items;
}

function toLevel(length: number): 1 | 2 | 3 {
  return length === 1 ? 1 : length === 2 ? 2 : 3;
}
