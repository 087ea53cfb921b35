import type { types } from '@slack/bolt';
import { cut } from '../../core/cut.ts';
import type { Place } from '../../core/invocation.ts';
import { bold, join, plain, type RichText, text } from '../../core/rich-text.ts';
import type { Action, Node, View } from '../../core/view.ts';
import { toActionsBlocks } from './actions.ts';
import type { Audience } from './audience.ts';
import { toFallback } from './fallback.ts';
import { limits } from './limits.ts';
import { toMrkdwn } from './mrkdwn.ts';
import { type Budget, toElements } from './rich-text.ts';

type Block = types.KnownBlock;

/** A message as Slack's methods take it: blocks, and their words for where no blocks can be shown. */
export interface Message {
  readonly text: string;
  readonly blocks: Block[];
}

/** A view as a message, within Slack's limits: words too many are cut with `…`, controls are kept as long as they fit. */
export function toMessage(view: View, audience: Audience): Message {
  return { text: toFallback(view), blocks: toBlocks(view, audience, limits.message) };
}

/** A view as the page of one person, Slack's App Home. It remembers their direct conversation with the bot. */
export function toHome(view: View, { workspaceId, channelId }: Place): types.HomeView {
  return { type: 'home', private_metadata: channelId, blocks: toBlocks(view, { workspaceId }, limits.view) };
}

interface Room {
  readonly blocks: number;
  readonly words: number;
}

function toBlocks({ nodes }: View, audience: Audience, room: Room): Block[] {
  const controls = nodes.flatMap((node) => (node.type === 'actions' ? node.actions : []));
  const budget = { left: room.words - controls.reduce((sum, action) => sum + wordsIn(action), 0) };
  const blocks = nodes.flatMap((node, index) =>
    node.type === 'actions'
      ? toActionsBlocks(node.actions, node.about ?? findSubject(nodes, index))
      : toBlocksOf(node, audience, budget),
  );
  return withinCount(blocks, room.blocks, audience);
}

/** The controls at the end stay, as they lead on: what is missing before them leaves `…`. */
function withinCount(blocks: readonly Block[], count: number, audience: Audience): Block[] {
  if (blocks.length <= count) return [...blocks];
  const controls = blocks.slice(blocks.findLastIndex(({ type }) => type !== 'actions') + 1).slice(0, count - 1);
  return [...blocks.slice(0, count - 1 - controls.length), section(text('…'), audience), ...controls];
}

/** What the controls at that place belong to: the heading above them, or what the view's first text has in bold. */
function findSubject(nodes: readonly Node[], index: number): RichText {
  const heading = nodes.slice(0, index).findLast((node) => node.type === 'heading');
  const sentence = nodes.find((node) => node.type === 'text');
  return heading?.text ?? sentence?.text.filter(({ type }) => type === 'bold').slice(0, 1) ?? [];
}

/** Options are not counted: they stand in a menu, not in the message. */
function wordsIn({ label }: Action): number {
  return Math.min(plain(label).length, limits.button.text);
}

function toBlocksOf(node: Exclude<Node, { type: 'actions' }>, audience: Audience, budget: Budget): Block[] {
  switch (node.type) {
    case 'heading':
      return toHeader(node.text, audience, budget);
    case 'text':
      return toRichText([node.text], audience, budget);
    case 'fields':
      return toRichText([join(node.fields.map(toLine), '\n')], audience, budget);
    case 'list':
      return toList(node.items, audience, budget);
    case 'divider':
      return [{ type: 'divider' }];
    case 'note':
      return toContext(node.text, audience, budget);
    default:
      return node satisfies never;
  }
}

/** A heading that is too long for Slack's own, such as a task's whole title, becomes a paragraph in bold. */
function toHeader(rich: RichText, audience: Audience, budget: Budget): Block[] {
  const words = plain(rich).replace(/\s+/gu, ' ').trim();
  if (words.length > limits.header.text) {
    return toRichText([bold(text(cut(words, limits.header.asParagraph)))], audience, budget);
  }
  const kept = spend(words, limits.header.text, budget);
  return kept === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text: kept } }];
}

/** A label and its value, as a line: side by side they would stand in `mrkdwn`, or in Slack's one table a message. */
function toLine({ label, value }: { readonly label: RichText; readonly value: RichText }): RichText {
  const name = isBlank(label) ? [] : bold([...label, ...text(':')]);
  return join([name, isBlank(value) ? [] : value], ' ');
}

function toRichText(paragraphs: readonly RichText[], audience: Audience, budget: Budget): Block[] {
  const sections = toSections(paragraphs, audience, budget);
  return sections.length === 0 ? [] : [{ type: 'rich_text', elements: sections }];
}

function toList(items: readonly RichText[], audience: Audience, budget: Budget): Block[] {
  const sections = toSections(items, audience, budget);
  if (sections.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: sections }] }];
}

function toSections(texts: readonly RichText[], audience: Audience, budget: Budget): types.RichTextSection[] {
  return texts
    .filter((rich) => !isBlank(rich))
    .map((rich) => toElements(rich, audience, budget))
    .filter((elements) => elements.length > 0)
    .map((elements) => ({ type: 'rich_text_section', elements }));
}

function section(rich: RichText, audience: Audience): Block {
  const elements = toElements(rich, audience, { left: Number.POSITIVE_INFINITY });
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/**
 * Small print stands in a context block, which knows no rich text. Where Slack's markup would change its words, it
 * goes without markup.
 */
function toContext(rich: RichText, audience: Audience, budget: Budget): Block[] {
  if (isBlank(rich)) return [];
  const marked = toMrkdwn(rich, audience);
  const room = Math.min(limits.context.text, budget.left);
  if (marked !== null && marked.length <= room) {
    budget.left -= marked.length;
    return [{ type: 'context', elements: [{ type: 'mrkdwn', text: marked, verbatim: true }] }];
  }
  const words = spend(plain(rich), room, budget);
  return words === '' ? [] : [{ type: 'context', elements: [{ type: 'plain_text', text: words, emoji: false }] }];
}

function spend(words: string, limit: number, budget: Budget): string {
  const kept = cut(words, Math.min(limit, budget.left));
  budget.left -= kept.length;
  return kept;
}

function isBlank(rich: RichText): boolean {
  return plain(rich).trim() === '';
}
