import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDiscordMarkdown } from '../../../../../src/sandbox/page/browser/discord/markdown.ts';

const marksOf = (text: string) => {
  const [passage, ...more] = parseDiscordMarkdown(text);
  assert.deepEqual(more, []);
  assert.equal(passage?.type, 'paragraph');
  return passage.marks;
};
const words = (text: string) => [{ type: 'text', text }] as const;

describe("Discord's markdown", () => {
  it('reads bold, underlined, italic, struck, hidden and code', () => {
    assert.deepEqual(marksOf('**a**__b__*c*~~d~~||e||`f`'), [
      { type: 'bold', children: words('a') },
      { type: 'underline', children: words('b') },
      { type: 'italic', children: words('c') },
      { type: 'strike', children: words('d') },
      { type: 'spoiler', children: words('e') },
      { type: 'code', text: 'f' },
    ]);
  });

  it('shows escaped signs, and signs within words, as they are', () => {
    const shown = (text: string) => marksOf(text).map((mark) => (mark.type === 'text' ? mark.text : mark.type));
    assert.equal(shown('\\*\\*a\\*\\* \\<@1>').join(''), '**a** <@1>');
    assert.equal(shown('snake_case_name').join(''), 'snake_case_name');
  });

  it('reads people, channels, everybody, commands and moments', () => {
    assert.deepEqual(marksOf('<@1><@!2><#3>@everyone</task add:4><t:5:R><t:-6>'), [
      { type: 'person', id: '1', label: '' },
      { type: 'person', id: '2', label: '' },
      { type: 'channel', id: '3', label: '' },
      { type: 'callout', text: '@everyone' },
      { type: 'callout', text: '/task add' },
      { type: 'moment', at: 5, style: 'R', fallback: '' },
      { type: 'moment', at: -6, style: 'f', fallback: '' },
    ]);
  });

  it('reads links with and without words, and no others than those to the web', () => {
    assert.deepEqual(marksOf('[a **b**](https://a.example) https://b.example/c.'), [
      {
        type: 'link',
        url: 'https://a.example',
        children: [...words('a '), { type: 'bold', children: words('b') }],
      },
      ...words(' '),
      { type: 'link', url: 'https://b.example/c', children: words('https://b.example/c') },
      ...words('.'),
    ]);
    assert.deepEqual(marksOf('[a](javascript:alert)'), words('[a](javascript:alert)'));
  });

  it('reads headings, small print, quotes and lists', () => {
    assert.deepEqual(parseDiscordMarkdown('## a\n-# b\n> c\n> d\n- e\n  f\n- g\n1. h\ni\n\nj'), [
      { type: 'heading', level: 2, marks: words('a') },
      { type: 'small', marks: words('b') },
      { type: 'quote', marks: words('c\nd') },
      { type: 'list', ordered: false, items: [words('e\nf'), words('g')] },
      { type: 'list', ordered: true, items: [words('h')] },
      { type: 'paragraph', marks: words('i\n\nj') },
    ]);
  });

  it('leaves a block of code as it is', () => {
    assert.deepEqual(parseDiscordMarkdown('```ts\n**a**\n- b\n```'), [{ type: 'code-block', text: '**a**\n- b' }]);
  });
});
