import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { View } from '../../core/view.ts';
import type { KeptInput } from './kept-inputs.ts';
import { limits } from './limits.ts';
import { createRows, type Mending, type Row } from './render-actions.ts';
import { type Line, shareRoom, toLines, writeLines } from './render-text.ts';

/** A view as Discord takes it. */
export interface DiscordMessage {
  readonly components: readonly [APIContainerComponent];
  /** The accounts that the text mentions: nobody else may be notified by it. */
  readonly mentions: readonly string[];
  /** Input of controls that did not fit into their ids. */
  readonly kept: readonly KeptInput[];
}

/**
 * A view as one container of Components V2. They are chosen over content and embeds because text and controls keep
 * the order of the view (a button stands below the task it belongs to), because a text takes 4,000 characters instead
 * of 2,000, and because private answers, edits and cards then look alike. The price: such a message has no content.
 * A notification and a screen reader begin with the first text display, which is the view's heading.
 *
 * What does not fit is shortened with `…`. Controls go before texts do: what they do can be typed as well. `id` marks
 * the container, so that the post can be known again. `mending` is offered last.
 */
export function toMessage(view: View, { id, mending }: { id?: number; mending?: Mending } = {}): DiscordMessage {
  const rows = createRows();
  const offered: Block[] = mending ? rows.toRows([mending]).map((row) => ({ type: 'row', row })) : [];
  const blocks = place([...view.nodes.flatMap((node) => toBlocks(node, rows.toRows)), ...offered]);
  const { components, mentions } = write(blocks);
  return {
    components: [{ type: ComponentType.Container, ...(id !== undefined && { id }), components }],
    mentions: [...new Set(mentions)].slice(0, limits.message.mentions),
    kept: rows.kept,
  };
}

type Block =
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'divider' }
  | { readonly type: 'row'; readonly row: Row };

function toBlocks(node: View['nodes'][number], toRows: ReturnType<typeof createRows>['toRows']): Block[] {
  if (node.type === 'divider') return [{ type: 'divider' }];
  if (node.type === 'actions') return toRows(node.actions).map((row) => ({ type: 'row', row }));
  const lines = toLines(node);
  return lines.length > 0 ? [{ type: 'lines', lines }] : [];
}

/**
 * Takes the blocks that Discord's count of components leaves room for. Texts that meet become one. One component is
 * always kept free for the next text, so no text is ever left out. The controls at the end, which lead to the next page
 * or open a form again, find room before those between the texts.
 */
function place(blocks: readonly Block[]): Block[] {
  const end = blocks.findLastIndex(({ type }) => type !== 'row') + 1;
  const room = limits.message.components - 1;
  const last = placeIn(blocks.slice(end), room);
  const placed = [...placeIn(blocks.slice(0, end), room - sum(last.map(costOf))), ...last];
  return placed.at(-1)?.type === 'divider' ? placed.slice(0, -1) : placed;
}

function placeIn(blocks: readonly Block[], room: number): Block[] {
  const placed: Block[] = [];
  let free = room;
  for (const block of blocks) {
    const last = placed.at(-1);
    if (block.type === 'lines' && last?.type === 'lines') {
      placed[placed.length - 1] = { type: 'lines', lines: [...last.lines, ...block.lines] };
      continue;
    }
    if (block.type === 'divider' && (!last || last.type === 'divider')) continue;
    if (block.type !== 'lines' && costOf(block) >= free) continue;
    placed.push(block);
    free -= costOf(block);
  }
  return placed;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function costOf(block: Block): number {
  return block.type === 'row' ? 1 + block.row.components.length : 1;
}

function write(blocks: readonly Block[]): { components: APIComponentInContainer[]; mentions: string[] } {
  const components: APIComponentInContainer[] = [];
  const mentions: string[] = [];
  let room: number = limits.message.text;
  const share = shareRoom(
    blocks.flatMap((block) => (block.type === 'lines' ? block.lines : [])),
    room,
  );
  for (const block of blocks) {
    if (block.type === 'row') components.push(block.row);
    if (block.type === 'divider') components.push(separator);
    if (block.type !== 'lines') continue;
    const text = writeLines(block.lines, room, share);
    if (text.content === '') continue;
    components.push({ type: ComponentType.TextDisplay, content: text.content });
    mentions.push(...text.mentions);
    room -= text.content.length;
  }
  return { components: components.length > 0 ? components : [nothing], mentions };
}

const separator: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

/** A container is never empty. */
const nothing: APIComponentInContainer = { type: ComponentType.TextDisplay, content: '…' };
