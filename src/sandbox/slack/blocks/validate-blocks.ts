import { ApiError } from '../api-error.ts';
import { randomWord } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Block } from '../messages.ts';
import { elementsOf } from './elements.ts';
import {
  all,
  boolean,
  byType,
  type Dict,
  integer,
  isDict,
  type Judge,
  lengthOf,
  list,
  reasonsAgainst,
  refuse,
  shape,
  string,
} from './judge.ts';
import { anyText, plainText } from './text-objects.ts';

const own = { block_id: string(limits.id) };

const saysSomething: Judge = (value, at, reasons) => {
  if (isDict(value) && value.text === undefined && value.fields === undefined) {
    refuse(reasons, 'missing required field: text or fields', at);
  }
};

const anything: Judge = () => {};

const judges: Readonly<Record<string, Judge>> = {
  section: all(
    shape(
      {},
      {
        ...own,
        text: anyText(limits.sectionText),
        fields: list(1, limits.sectionFields, anyText(limits.sectionField)),
        accessory: byType(elementsOf.accessory),
        expand: boolean,
      },
    ),
    saysSomething,
  ),
  header: shape({ text: plainText(limits.header) }, { ...own, level: integer(1, 4) }),
  divider: shape({}, own),
  image: shape(
    { image_url: string(limits.url), alt_text: string(limits.altText) },
    { ...own, title: plainText(limits.imageTitle) },
  ),
  context: shape({ elements: list(1, limits.contextElements, byType(elementsOf.context)) }, own),
  actions: shape({ elements: list(1, limits.actionsElements, byType(elementsOf.actions)) }, own),
  input: shape(
    { label: plainText(limits.inputLabel), element: byType(elementsOf.input) },
    { ...own, hint: plainText(limits.inputLabel), optional: boolean, dispatch_action: boolean },
  ),
  markdown: shape({ text: string(limits.markdown) }, own),
  // Rich text is a tree of its own that the bot does not send; its inside is not judged.
  rich_text: shape({ elements: anything }, own),
};

/** Each `block_id` once among the blocks, each `action_id` once in its block. */
const idsOccurOnce: Judge = (value, at, reasons) => {
  if (!Array.isArray(value)) return;
  const blocks = value.filter(isDict);
  refuseRepetitions(
    blocks.map((block) => block.block_id),
    'block_id',
    at,
    reasons,
  );
  blocks.forEach((block, index) => {
    const ids = controlsOf(block).map((control) => control.action_id);
    refuseRepetitions(ids, 'action_id', `${at}/${index}`, reasons);
  });
};

function refuseRepetitions(ids: readonly unknown[], name: string, at: string, reasons: string[]): void {
  const seen = new Set<unknown>();
  for (const id of ids) {
    if (id !== undefined && seen.has(id)) refuse(reasons, `\`${name}\` already exists: ${id}`, at);
    seen.add(id);
  }
}

/** The judge of a list of blocks. */
export function blockList(max: number): Judge {
  return all(list(0, max, byType(judges)), idsOccurOnce);
}

const messageBlocks = blockList(limits.messageBlocks);

/** The blocks of a message, with the ids that Slack gives where none are set. Throws Slack's refusals. */
export function parseMessageBlocks(value: unknown): readonly Block[] {
  if (!Array.isArray(value)) throw new ApiError('invalid_blocks_format');
  const reasons = reasonsAgainst(messageBlocks, value, '/blocks');
  if (reasons.length > 0) throw new ApiError('invalid_blocks', reasons);
  if (textLength(value) > limits.messageBlocksText) throw new ApiError('msg_blocks_too_long');
  return withIds(value);
}

/** Names what the bot left unnamed, as Slack does when it stores blocks that it has judged. */
export function withIds(blocks: readonly Dict[]): readonly Block[] {
  return blocks.map((block) => ({
    ...block,
    type: String(block.type),
    block_id: typeof block.block_id === 'string' ? block.block_id : randomWord(),
    ...(Array.isArray(block.elements) && block.type === 'actions' && { elements: block.elements.map(withActionId) }),
    ...(isDict(block.accessory) && { accessory: withActionId(block.accessory) }),
    ...(isDict(block.element) && { element: withActionId(block.element) }),
  }));
}

function withActionId(element: Dict): Dict {
  return element.type === 'image' || element.action_id !== undefined
    ? element
    : { ...element, action_id: randomWord() };
}

/** What a person can use in this block: buttons, selects, inputs. */
export function controlsOf(block: Dict): readonly Dict[] {
  const elements = block.type === 'actions' && Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.element].filter(isDict).filter((element) => element.type !== 'image');
}

/** Characters of all text objects below this value. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (!isDict(value)) return 0;
  let length = 0;
  for (const [name, member] of Object.entries(value)) {
    length += name === 'text' && typeof member === 'string' ? lengthOf(member) : textLength(member);
  }
  return length;
}
