import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestError } from '../../../../src/sandbox/discord/rest-error.ts';
import { checkMessage } from '../../../../src/sandbox/discord/validation/message.ts';
import { placesOf } from '../support.ts';

const button = (custom_id: string, label = 'Press') => ({ type: 2, style: 1, custom_id, label });
const row = (...components: object[]) => ({ type: 1, components });
const display = (content: string) => ({ type: 10, content });
const option = (value: string) => ({ label: value, value });
const select = (rest: object) => ({ type: 3, custom_id: 's', options: [option('a'), option('b')], ...rest });
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

const taken = {
  'the longest content, counted in code points': { content: '🫶'.repeat(2_000) },
  'five rows of five buttons': { components: many(5, (line) => row(...many(5, (n) => button(`${line}-${n}`)))) },
  'forty components with four thousand characters': v2(...many(38, () => display('x'.repeat(100))), row(button('x'))),
  'a container of everything': v2({
    type: 17,
    accent_color: 0x336699,
    components: [
      { type: 9, components: [display('x')], accessory: { type: 11, media: { url: 'https://example.org/a.png' } } },
      { type: 14, divider: true, spacing: 2 },
      { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'A chart' }] },
      row(select({ min_values: 0 })),
    ],
  }),
  'what discord.js adds by itself': { content: 'x', tts: false, enforce_nonce: false, flags: 0 },
  'a link button': {
    content: 'x',
    components: [row({ type: 2, style: 5, url: 'https://example.org', label: 'Read' })],
  },
  'embeds of six thousand characters': {
    embeds: [{ description: 'x'.repeat(4_096) }, { description: 'x'.repeat(1_904) }],
  },
};

/** A body, and where Discord finds what is wrong with it. */
const refused: Record<string, [body: object, place: string]> = {
  'content too long': [{ content: 'x'.repeat(2_001) }, 'content'],
  'a title too long': [{ embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  'a field without a value': [{ embeds: [{ fields: [{ name: 'x' }] }] }, 'embeds.0.fields.0.value'],
  'embeds too long together': [
    { embeds: [{ description: 'x'.repeat(4_096) }, { description: 'x'.repeat(1_905) }] },
    'embeds',
  ],
  'too many embeds': [{ embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
  'a sixth row': [{ components: many(6, (n) => row(button(`${n}`))) }, 'components'],
  'a sixth button': [{ components: [row(...many(6, (n) => button(`${n}`)))] }, 'components.0.components'],
  'a label too long': [{ components: [row(button('a', 'x'.repeat(81)))] }, 'components.0.components.0.label'],
  'a button that says nothing': [
    { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    'components.0.components.0',
  ],
  'a custom id too long': [{ components: [row(button('x'.repeat(101)))] }, 'components.0.components.0.custom_id'],
  'a custom id used twice': [{ components: [row(button('a'), button('a'))] }, 'components.0.components.1.custom_id'],
  'a link that is none': [
    { components: [row({ type: 2, style: 5, label: 'x', url: 'javascript:alert(1)' })] },
    'components.0.components.0.url',
  ],
  'a select beside a button': [{ components: [row(select({}), button('b'))] }, 'components.0.components'],
  'a select of 26': [
    { components: [row(select({ options: many(26, (n) => option(`${n}`)) }))] },
    'components.0.components.0.options',
  ],
  'an option twice': [
    { components: [row(select({ options: [option('a'), option('a')] }))] },
    'components.0.components.0.options.1.value',
  ],
  'an empty row': [{ components: [row()] }, 'components.0.components'],
  'a newer component without the flag': [{ content: 'x', components: [display('x')] }, 'components.0.type'],
  'content beside newer components': [{ content: 'x', ...v2(display('x')) }, 'content'],
  'a forty-first component': [v2(...many(39, () => display('x')), row(button('x'))), 'components'],
  'too many characters in sum': [v2(display('x'.repeat(2_000)), display('x'.repeat(2_001))), 'components'],
  'an empty text': [v2(display('')), 'components.0.content'],
  'a section without an accessory': [v2({ type: 9, components: [display('x')] }), 'components.0.accessory'],
  'a container in a container': [
    v2({ type: 17, components: [{ type: 17, components: [display('x')] }] }),
    'components.0.components.0.type',
  ],
  'a nonce too long': [{ content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
  'unknown kinds of mentions': [{ content: 'x', allowed_mentions: { parse: ['all'] } }, 'allowed_mentions.parse.0'],
};

for (const [name, body] of Object.entries(taken)) {
  test(`a message is taken: ${name}`, () => {
    assert.doesNotThrow(() => checkMessage(body, null));
  });
}

for (const [name, [body, place]] of Object.entries(refused)) {
  test(`a message is refused: ${name}`, () => {
    assert.deepEqual(placesOf(refusalOf(body).body.errors), [place]);
  });
}

test('an empty message has a code of its own', () => {
  assert.equal(refusalOf({ content: ' \n' }).body.code, 50006);
});

test('the answer nests what is wrong as Discord does', () => {
  assert.deepEqual(refusalOf({ content: 'x'.repeat(2_001) }).body, {
    code: 50035,
    message: 'Invalid Form Body',
    errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] } },
  });
});

function refusalOf(body: object): RestError {
  try {
    checkMessage(body as Record<string, unknown>, null);
  } catch (error) {
    if (error instanceof RestError) return error;
    throw error;
  }
  return assert.fail('it was taken');
}
