import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../../../src/sandbox/slack/api-error.ts';
import { parseMessageBlocks } from '../../../src/sandbox/slack/blocks/validate-blocks.ts';
import { parseView } from '../../../src/sandbox/slack/blocks/validate-view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (more: object) => ({ type: 'section', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(`${index}`), value: `${index}` }));
const select = (more: object) => ({ type: 'static_select', action_id: 's', ...more });
const input = (element: object) => ({ type: 'input', label: plain('Label'), element });
const textInput = (more: object = {}) => input({ type: 'plain_text_input', action_id: 't', ...more });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const earth = '🌍';

/** What Slack would take, and next to it what is one too many. */
const cases: readonly [name: string, taken: readonly object[], refused: readonly object[], reason: RegExp][] = [
  ['50 blocks', times(50, { type: 'divider' }), times(51, { type: 'divider' }), /no more than 50 items.*:\/blocks\]/],
  [
    'a header of 150 characters',
    [{ type: 'header', text: plain(earth.repeat(150)) }],
    [{ type: 'header', text: plain('x'.repeat(151)) }],
    /less than 151 characters.*\/blocks\/0\/text\/text/,
  ],
  [
    'a plain header',
    [{ type: 'header', text: plain('x') }],
    [{ type: 'header', text: mrkdwn('x') }],
    /unsupported type/,
  ],
  [
    'a section of 3,000 characters',
    [section({ text: mrkdwn('x'.repeat(3_000)) })],
    [section({ text: mrkdwn('x'.repeat(3_001)) })],
    /less than 3001/,
  ],
  ['a text that is not empty', [section({ text: plain(' ') })], [section({ text: plain('') })], /more than 0/],
  ['a section with text or fields', [section({ fields: [plain('x')] })], [section({})], /text or fields/],
  [
    'ten fields',
    [section({ fields: times(10, plain('x')) })],
    [section({ fields: times(11, plain('x')) })],
    /no more than 10/,
  ],
  [
    'fields of 2,000 characters',
    [section({ fields: [plain('x'.repeat(2_000))] })],
    [section({ fields: [plain('x'.repeat(2_001))] })],
    /fields\/0\/text/,
  ],
  [
    'a button text of 75 characters',
    [actions(button({ text: plain('x'.repeat(75)) }))],
    [actions(button({ text: plain('x'.repeat(76)) }))],
    /less than 76/,
  ],
  [
    'a button value of 2,000 characters',
    [actions(button({ value: 'x'.repeat(2_000) }))],
    [actions(button({ value: 'x'.repeat(2_001) }))],
    /elements\/0\/value/,
  ],
  [
    'an action_id of 255 characters',
    [actions(button({ action_id: 'x'.repeat(255) }))],
    [actions(button({ action_id: 'x'.repeat(256) }))],
    /action_id/,
  ],
  [
    'each action_id once in its block',
    [actions(button(), button({ action_id: 'b' }))],
    [actions(button(), button())],
    /`action_id` already exists/,
  ],
  [
    'each block_id once',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    times(2, { type: 'divider', block_id: 'a' }),
    /`block_id` already exists/,
  ],
  ['a known style', [actions(button({ style: 'danger' }))], [actions(button({ style: 'red' }))], /must be one of/],
  ['known members', [actions(button())], [actions(button({ colour: 'red' }))], /invalid additional property: colour/],
  ['25 buttons', [actions(...ids(25))], [actions(...ids(26))], /no more than 25/],
  [
    '100 options',
    [actions(select({ options: options(100) }))],
    [actions(select({ options: options(101) }))],
    /no more than 100/,
  ],
  [
    'at least one option',
    [actions(select({ options: options(1) }))],
    [actions(select({ options: [] }))],
    /no fewer than 1/,
  ],
  [
    'an option text of 75 characters',
    [actions(select({ options: [{ text: plain('x'.repeat(75)), value: 'v' }] }))],
    [actions(select({ options: [{ text: plain('x'.repeat(76)), value: 'v' }] }))],
    /options\/0\/text/,
  ],
  [
    'an option value of 150 characters',
    [actions(select({ options: [{ text: plain('x'), value: 'v'.repeat(150) }] }))],
    [actions(select({ options: [{ text: plain('x'), value: 'v'.repeat(151) }] }))],
    /options\/0\/value/,
  ],
  [
    'an initial option that is offered',
    [actions(select({ options: options(2), initial_option: options(2)[1] }))],
    [actions(select({ options: options(2), initial_option: options(3)[2] }))],
    /initial option/,
  ],
  [
    'five overflow options',
    [actions({ type: 'overflow', options: options(5) })],
    [actions({ type: 'overflow', options: options(6) })],
    /no more than 5/,
  ],
  [
    'a placeholder of 150 characters',
    [actions({ type: 'users_select', placeholder: plain('x'.repeat(150)) })],
    [actions({ type: 'users_select', placeholder: plain('x'.repeat(151)) })],
    /placeholder/,
  ],
  [
    'ten context elements',
    [{ type: 'context', elements: times(10, mrkdwn('x')) }],
    [{ type: 'context', elements: times(11, mrkdwn('x')) }],
    /no more than 10/,
  ],
  ['no text input in an actions block', [textInput()], [actions({ type: 'plain_text_input' })], /unsupported type/],
  ['known blocks', [{ type: 'divider' }], [{ type: 'carousel-of-mine' }], /unsupported type: carousel/],
];

function ids(count: number) {
  return Array.from({ length: count }, (_, index) => button({ action_id: `${index}` }));
}

function refusal(run: () => unknown): ApiError {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  return assert.fail('nothing was refused');
}

for (const [name, taken, refused, reason] of cases) {
  test(`a message may have ${name}, not more or less`, () => {
    assert.equal(parseMessageBlocks(taken).length, taken.length);
    const { code, reasons } = refusal(() => parseMessageBlocks(refused));
    assert.equal(code, 'invalid_blocks');
    assert.match(reasons.join('\n'), reason);
  });
}

test('all texts of a message together have a limit', () => {
  const sections = (count: number) => times(count, section({ text: mrkdwn('x'.repeat(2_640)) }));
  assert.equal(parseMessageBlocks(sections(5)).length, 5);
  assert.equal(refusal(() => parseMessageBlocks(sections(6))).code, 'msg_blocks_too_long');
});

test('blocks that are no list are refused as such', () => {
  assert.equal(refusal(() => parseMessageBlocks({ type: 'divider' })).code, 'invalid_blocks_format');
});

test('blocks and controls without ids are given one', () => {
  const [block] = parseMessageBlocks([actions({ type: 'button', text: plain('x') })]);
  assert.match(block?.block_id ?? '', /^\w+$/);
  assert.match(JSON.stringify(block?.elements), /"action_id":"\w+"/);
});

const modal = (more: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [], ...more });

const views: readonly [name: string, taken: object, refused: object, reason: RegExp][] = [
  ['a title of 24', modal({ title: plain('x'.repeat(24)) }), modal({ title: plain('x'.repeat(25)) }), /\/view\/title/],
  [
    'a submit of 24',
    modal({ submit: plain('x'.repeat(24)) }),
    modal({ submit: plain('x'.repeat(25)) }),
    /\/view\/submit/,
  ],
  [
    'metadata of 3,000',
    modal({ private_metadata: 'x'.repeat(3_000) }),
    modal({ private_metadata: 'x'.repeat(3_001) }),
    /private_metadata/,
  ],
  [
    '100 blocks',
    modal({ blocks: times(100, { type: 'divider' }) }),
    modal({ blocks: times(101, { type: 'divider' }) }),
    /no more than 100/,
  ],
  [
    'a submit where it asks',
    modal({ submit: plain('Go'), blocks: [textInput()] }),
    modal({ blocks: [textInput()] }),
    /must have a submit/,
  ],
  [
    'lengths that fit each other',
    modal({ submit: plain('Go'), blocks: [textInput({ min_length: 2, max_length: 2 })] }),
    modal({ submit: plain('Go'), blocks: [textInput({ min_length: 3, max_length: 2 })] }),
    /min_length/,
  ],
];

for (const [name, taken, refused, reason] of views) {
  test(`a modal may have ${name}, not more or less`, () => {
    assert.equal(parseView(taken, 'modal').type, 'modal');
    const { code, reasons } = refusal(() => parseView(refused, 'modal'));
    assert.equal(code, 'invalid_arguments');
    assert.match(reasons.join('\n'), reason);
  });
}

test('a home is no modal, and has no title', () => {
  assert.equal(parseView({ type: 'home', blocks: [] }, 'home').type, 'home');
  assert.match(refusal(() => parseView({ type: 'home', blocks: [] }, 'modal')).message, /unsupported type: home/);
  assert.match(refusal(() => parseView({ type: 'home', title: plain('x'), blocks: [] }, 'home')).message, /title/);
});
