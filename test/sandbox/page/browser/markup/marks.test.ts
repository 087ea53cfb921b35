import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDiscordMarkdown } from '../../../../../src/sandbox/page/browser/discord/markdown.ts';
import type { Mark, Passage } from '../../../../../src/sandbox/page/browser/markup/marks.ts';
import { parseMrkdwn } from '../../../../../src/sandbox/page/browser/slack/mrkdwn.ts';

/** Texts full of what either markup takes for a sign. */
const hostile = fc
  .array(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      '~',
      '`',
      '```',
      '||',
      '<',
      '>',
      '@',
      '#',
      '[a](',
      ')',
      '\\',
      '\n',
      '- ',
      'a',
      ' ',
      '&lt;',
      'https://a.example',
      '<t:1:R>',
      '<@1>',
      '<!date^1^{date}|x>',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

function linksIn(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) => [
    ...(mark.type === 'link' ? [mark.url] : []),
    ...('children' in mark ? linksIn(mark.children) : []),
  ]);
}

function marksIn(passage: Passage): readonly Mark[] {
  if (passage.type === 'code-block') return [];
  return passage.type === 'list' ? passage.items.flat() : passage.marks;
}

describe('a text with markup', () => {
  for (const [name, parse] of [
    ['Slack', parseMrkdwn],
    ['Discord', parseDiscordMarkdown],
  ] as const) {
    it(`of ${name} keeps every letter and leads to nothing but the web, however it is mangled`, () => {
      fc.assert(
        fc.property(hostile, (text) => {
          const passages = parse(text);
          const letters = (all: string) => all.replace(/[^a]/g, '');
          const shown = JSON.stringify(passages.map((passage) => [passage, marksIn(passage)]));
          for (const url of passages.flatMap(marksIn).flatMap((mark) => linksIn([mark]))) {
            assert.match(url, /^(?:https?:\/\/|mailto:)/);
          }
          assert.ok(letters(shown).length >= letters(text.replaceAll('{date}', '').replaceAll('date^', '')).length);
        }),
        { numRuns: 500 },
      );
    });

    it(`of ${name} is read at once, however many signs it opens`, () => {
      for (const sign of ['*', '**', '_', '__', '`', '[', '<', '||', '\\', '~~ ']) {
        assert.ok(JSON.stringify(parse(`${sign.repeat(4000 / sign.length)}a`)).includes('a'));
      }
    });
  }
});
