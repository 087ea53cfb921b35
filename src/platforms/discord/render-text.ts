import { cutRich } from '../../core/cut.ts';
import { bold, type RichText, text } from '../../core/rich-text.ts';
import type { Field, Node } from '../../core/view.ts';
import { isBlank, mentionedIn, toLine, toMarkdown } from './markup.ts';

/** A line or paragraph of a text display: what it says, and how it is written. */
export interface Line {
  readonly rich: RichText;
  readonly write: (rich: RichText) => string;
  /** Never longer than this, however much room there is. */
  readonly max?: number;
}

export type TextNode = Exclude<Node, { type: 'divider' | 'actions' }>;

/** A heading that is no longer one would leave no room for what it is the heading of. */
const longestHeading = 300;

/** What a node says, line by line; lines that would show nothing are left out. */
export function toLines(node: TextNode): Line[] {
  return toAllLines(node).filter(({ rich }) => !isBlank(toMarkdown(rich)));
}

function toAllLines(node: TextNode): Line[] {
  switch (node.type) {
    case 'heading':
      return [{ rich: node.text, write: (rich) => `## ${toLine(rich)}`, max: longestHeading }];
    case 'text':
      return [{ rich: node.text, write: toMarkdown }];
    case 'fields':
      return node.fields.map((field) => ({ rich: toFieldText(field), write: toMarkdown }));
    case 'list':
      return node.items.map((rich) => ({ rich, write: writeItem }));
    case 'note':
      return [{ rich: node.text, write: writeNote }];
    default:
      return node satisfies never;
  }
}

function toFieldText({ label, value }: Field): RichText {
  if (isBlank(toMarkdown(label))) return value;
  return [...bold([...label, ...text(':')]), ...text(' '), ...value];
}

/** Further lines of an item are indented, or they would leave the list. */
function writeItem(rich: RichText): string {
  return `- ${toMarkdown(rich).trim().replace(/\n\s*/g, '\n  ')}`;
}

/** Small print counts for one line at a time; an empty one would show its mark. */
function writeNote(rich: RichText): string {
  const lines = toMarkdown(rich).split('\n');
  return lines
    .filter((line) => !isBlank(line))
    .map((line) => `-# ${line.trim()}`)
    .join('\n');
}

/** However many lines there are, each has room for this much before those at the end go. */
const shortestShare = 80;

/** The most that a line may take so that all of them fit into `room`: long lines give way before others go. */
export function shareRoom(lines: readonly Line[], room: number): number {
  const lengths = lines
    .map(({ rich, write, max = room }) => Math.min(write(rich).length, max) + 1)
    .toSorted((a, b) => a - b);
  let left = room;
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return Math.max(share - 1, shortestShare);
    left -= length;
  }
  return room;
}

/**
 * Lines below one another within `room` characters of markdown, none longer than its `share`; what is over is cut off
 * with `…`.
 */
export function writeLines(
  lines: readonly Line[],
  room: number,
  share = room,
): { content: string; mentions: string[] } {
  const written: string[] = [];
  const mentions: string[] = [];
  let left = room;
  for (const { rich, write, max = room } of lines) {
    const fitting = cutRich(rich, (candidate) => write(candidate).length <= Math.min(left, max, share));
    if (fitting.length === 0) break;
    const line = write(fitting);
    written.push(line);
    mentions.push(...mentionedIn(fitting));
    // The line break to the next one counts.
    left -= line.length + 1;
  }
  return { content: written.join('\n'), mentions };
}
