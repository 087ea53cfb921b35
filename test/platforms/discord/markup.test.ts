import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { bold, code, link, mention, type RichText, text } from '../../../src/core/rich-text.ts';
import { escapeText, toMarkdown } from '../../../src/platforms/discord/markup.ts';
import { hostileTexts, people, unusualTexts } from '../gallery.ts';

/** What a reader of Discord sees of escaped text: a backslash vanishes before anything but letters, digits and space. */
function seen(markdown: string): string {
  return markdown.replace(
    /<(https?:\/\/[^\s<>]+)>|\\([^0-9A-Za-z\s])/g,
    (_, address, character) => address ?? character,
  );
}

/** The same text without what is escaped and without addresses: nothing in it may mean anything. */
function unescaped(markdown: string): string {
  return markdown.replace(/<https?:\/\/[^\s<>*|\\`[\]]+>|\\[^0-9A-Za-z\s]/g, '\u{E000}');
}

const meaningful = /[\\*_~`|[\]<>@#]|:[^\s:\u{E000}]+:|:\/\//u;

const snippets = fc.constantFrom(
  ...[
    '\\',
    '*',
    '_',
    '~',
    '`',
    '|',
    '#',
    '# ',
    '-# ',
    '- ',
    '1. ',
    '> ',
    '>>> ',
    '[a](https://b.c)',
    '<@1>',
    '<t:0:R>',
  ],
  ...[
    '@everyone',
    '@here',
    '<:a:1>',
    ':tada:',
    'https://example.org/a_b_*c*',
    '\n',
    ' ',
    'a',
    '9',
    '.',
    '<',
    '>',
    '</x:1>',
  ],
);
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(snippets, { maxLength: 12 }).map((all) => all.join('')),
);

describe('escaped text', () => {
  test('shows exactly as it was written', () => {
    fc.assert(
      fc.property(hostile, (words) => assert.equal(seen(escapeText(words)), words)),
      { numRuns: 2_000 },
    );
  });

  test('starts nothing, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const rest = unescaped(escapeText(words));
        assert.doesNotMatch(rest, meaningful);
        assert.doesNotMatch(rest, /^[^\S\n]*([-+]|\d+\.)(\s|$)/m);
      }),
      { numRuns: 2_000 },
    );
  });

  test('starts nothing together with its neighbour', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const written = toMarkdown([...text(one), ...text(other)]);
        assert.doesNotMatch(unescaped(written), meaningful);
      }),
    );
  });

  for (const words of [...hostileTexts, ...unusualTexts]) {
    test(`${JSON.stringify(words.slice(0, 30))} shows exactly as it was written`, () => {
      assert.equal(seen(escapeText(words)), words);
    });
  }

  test('lets its web addresses be followed, and says where they lead', () => {
    assert.equal(escapeText('see https://example.org/a_b, please'), 'see <https://example.org/a_b>, please');
    assert.equal(escapeText('[me](https://example.org)'), '\\[me\\](<https://example.org>)');
  });

  test('leaves dates and references as they are', () => {
    assert.equal(escapeText('T-12 is due 2027-03-14'), 'T-12 is due 2027-03-14');
    assert.equal(escapeText('2027-03-14 at 18:00'), '2027-03-14 at 18:00');
    assert.equal(toMarkdown([...code('/task'), ...text('.')]), '`/task`.');
  });
});

describe('rich text in markdown', () => {
  const at = new Date('2027-03-14T17:00:00Z');
  const cases: [string, RichText, string][] = [
    ['bold within bold is bold once', bold([...text('a'), ...bold(text('b'))]), '**ab**'],
    ['bold after bold is bold once', [...bold(text('a')), ...bold(text('b'))], '**ab**'],
    ['bold of nothing visible has no stars', bold(text('  ')), '  '],
    ['code stands between backticks', code('/task add *x*'), '`/task add *x*`'],
    ['code with a backtick is plain text', code('a`b'), 'a\\`b'],
    ['code with a star is plain text within bold', bold(code('*x*')), '**\\*x\\***'],
    ['a link hides its address', link('a *label*', 'https://example.org'), '[a \\*label\\*](<https://example.org/>)'],
    ['a label has no square brackets', link('a]b[c', 'https://example.org'), '[a)b(c](<https://example.org/>)'],
    ['an address cannot leave its link', link('x', 'https://e.org/a)b*c>'), '[x](<https://e.org/a%29b%2Ac%3E>)'],
    ['an address of another kind is no link', link('x', 'javascript:alert(1)'), 'x'],
    ['a link without a label is its address', link(' ', 'https://example.org'), '<https://example.org/>'],
    ['a member with an account is mentioned', mention(people.both), '<@700000000000000010>'],
    ['a member without one is named in bold', mention(people.slackOnly), '**Tariq \\*bold\\* \\_x\\_**'],
    ['a moment shows in each reader’s zone', [{ type: 'time', at, style: 'moment', fallback: '' }], '<t:1805043600:F>'],
    [
      'a moment that is none shows its words',
      [{ type: 'time', at: new Date(Number.NaN), style: 'date', fallback: '?' }],
      '?',
    ],
  ];
  for (const [name, rich, markdown] of cases) test(name, () => assert.equal(toMarkdown(rich), markdown));
});
