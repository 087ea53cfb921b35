import assert from 'node:assert/strict';
import type { types } from '@slack/bolt';

type Json = Record<string, unknown>;

/** Slack's published limits, written down a second time on purpose: the renderer's own table is not trusted here. */
const most = {
  blocksOfMessage: 50,
  blocksOfView: 100,
  words: 13_000,
  header: 150,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  buttonText: 75,
  id: 255,
  options: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  label: 2_000,
  hint: 2_000,
  text: 3_000,
  modalTitle: 24,
  metadata: 3_000,
} as const;

const length = (words: string) => [...words].length;

function assertText(words: unknown, limit: number, what: string): void {
  assert.ok(typeof words === 'string', `${what} is a text`);
  assert.ok(words.trim() !== '', `${what} is not blank`);
  assert.ok(length(words) <= limit, `${what} has ${length(words)} of at most ${limit} characters`);
  assert.ok(words.isWellFormed(), `${what} is cut between characters`);
}

function assertUnique(ids: readonly unknown[], what: string): void {
  const given = ids.filter((id) => id !== undefined);
  assert.equal(new Set(given).size, given.length, `${what} stand once`);
}

/** Fails where Slack would refuse the message. */
export function assertAcceptableMessage({ text, blocks }: { text: string; blocks: readonly types.KnownBlock[] }): void {
  assertText(text, most.text, 'fallback text');
  assert.doesNotMatch(text.replace(/&(amp|lt|gt);/g, ''), /[<>&]/, 'nothing in the fallback text is markup');
  assertBlocks(blocks, most.blocksOfMessage);
}

/** Fails where Slack would refuse the modal or the App Home. */
export function assertAcceptableView(view: types.View): void {
  assertBlocks(view.blocks as types.KnownBlock[], most.blocksOfView);
  assert.ok((view.private_metadata ?? '').length <= most.metadata);
  if (view.type !== 'modal') return;
  assertText(view.title.text, most.modalTitle, 'title');
  assertText(view.submit?.text, most.modalTitle, 'submit');
  assertUnique(
    view.blocks.map((block) => block.block_id),
    'block ids',
  );
}

function assertBlocks(blocks: readonly types.KnownBlock[], limit: number): void {
  assert.ok(blocks.length <= limit, `${blocks.length} of at most ${limit} blocks`);
  for (const block of blocks) assertBlock(block);
  const words = JSON.stringify(blocks, (key, value) => (key === 'options' ? undefined : value));
  const shown = [...words.matchAll(/"(?:text|fallback)":"((?:[^"\\]|\\.)*)"/g)].map(([, value]) =>
    JSON.parse(`"${value}"`),
  );
  const total = shown.reduce((sum, value) => sum + length(value), 0);
  assert.ok(total <= most.words, `${total} of at most ${most.words} characters`);
}

function assertBlock(block: types.KnownBlock): void {
  switch (block.type) {
    case 'divider':
      return;
    case 'header':
      assert.equal(block.text.type, 'plain_text');
      assertText(block.text.text, most.header, 'header');
      return;
    case 'context':
      assert.ok(block.elements.length >= 1 && block.elements.length <= most.contextElements);
      for (const element of block.elements) {
        assert.ok(element.type === 'mrkdwn' || element.type === 'plain_text');
        assertText(element.text, most.contextText, 'context');
      }
      return;
    case 'rich_text':
      assert.ok(block.elements.length > 0, 'a rich text is not empty');
      for (const element of block.elements) assertRichTextPart(element);
      return;
    case 'actions':
      assert.ok(block.elements.length >= 1 && block.elements.length <= most.actionsElements);
      for (const element of block.elements) assertControl(element as unknown as Json);
      assertUnique(
        block.elements.map((element) => element.action_id),
        'action ids',
      );
      return;
    case 'input':
      assertText(block.label.text, most.label, 'label');
      assertText(block.block_id, most.id, 'block id');
      if (block.hint) assertText(block.hint.text, most.hint, 'hint');
      assertInput(block.element as unknown as Json);
      return;
    default:
      assert.fail(`no block of type ${block.type} is expected`);
  }
}

function assertRichTextPart(part: types.RichTextBlockElement): void {
  assert.ok(part.elements.length > 0, `${part.type} is not empty`);
  if (part.type === 'rich_text_list') {
    for (const item of part.elements) assertRichTextPart(item);
    return;
  }
  for (const element of part.elements) {
    if (element.type === 'text') assert.ok(element.text.length > 0, 'a text is not empty');
    if (element.type === 'link') assert.match(element.url, /^https?:\/\//);
    if (element.type === 'user') assert.match(element.user_id, /^[UW][A-Z0-9]+$/);
    if (element.type === 'date') assert.ok(Number.isInteger(element.timestamp) && element.fallback);
    assert.ok(['text', 'link', 'user', 'date'].includes(element.type), `${element.type} mentions nobody`);
  }
}

function assertControl(control: Json): void {
  if (control.type === 'button') {
    assertText((control.text as Json).text, most.buttonText, 'button');
    if (control.accessibility_label !== undefined) assertText(control.accessibility_label, most.buttonText, 'name');
    assert.ok(control.url !== undefined || control.action_id !== undefined);
  } else {
    assert.equal(control.type, 'static_select');
    assertText((control.placeholder as Json).text, most.placeholder, 'placeholder');
    assertOptions(control.options as Json[]);
  }
  if (control.action_id !== undefined) assertText(control.action_id, most.id, 'action id');
}

function assertInput(element: Json): void {
  assertText(element.action_id, most.id, 'action id');
  if (element.type === 'static_select') {
    assertOptions(element.options as Json[]);
    if (element.initial_option) assert.ok((element.options as Json[]).includes(element.initial_option as Json));
  } else if (element.type === 'users_select') {
    if (element.initial_user !== undefined) assert.match(String(element.initial_user), /^[UW][A-Z0-9]+$/);
  } else {
    assert.equal(element.type, 'plain_text_input');
    const { max_length: limit, initial_value: value } = element as { max_length: number; initial_value?: string };
    assert.ok(limit >= 1 && limit <= most.text);
    if (value !== undefined) assert.ok(value.length >= 1 && value.length <= limit);
  }
}

function assertOptions(options: readonly Json[]): void {
  assert.ok(options.length >= 1 && options.length <= most.options, `${options.length} options`);
  for (const option of options) {
    assertText((option.text as Json).text, most.optionText, 'option');
    assertText(option.value, most.optionValue, 'value of an option');
  }
}
