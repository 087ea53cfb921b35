import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { types } from '@slack/bolt';
import { bold, code, mention, text } from '../../../src/core/rich-text.ts';
import { type View, view } from '../../../src/core/view.ts';
import { toHome, toMessage } from '../../../src/platforms/slack/render.ts';
import { everySpan, galleryPlaces, hostileTexts, people, tenThousand, views } from '../gallery.ts';
import { assertAcceptableMessage, assertAcceptableView } from './acceptable.ts';

const place = galleryPlaces.slack;
const render = (shown: View) => toMessage(shown, place);
const blocksOf = (shown: View) => render(shown).blocks;

/** The words of rich text, as a reader sees them. */
function wordsOf(blocks: readonly types.KnownBlock[]): string {
  const parts = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
  const sections = parts.flatMap((part) => (part.type === 'rich_text_list' ? part.elements : [part]));
  return sections
    .map((section) => section.elements.map((element) => ('text' in element ? element.text : '')).join(''))
    .join('\n');
}

describe('the renderer for Slack', () => {
  for (const [name, shown] of Object.entries(views)) {
    it(`brings "${name}" within Slack's limits`, () => {
      assertAcceptableMessage(render(shown));
      assertAcceptableView(toHome(shown, place));
    });
  }

  it('writes each node as the block that fits it', () => {
    const types = blocksOf(views['every node'] as View).map((block) => block.type);
    assert.deepEqual(types, ['header', 'rich_text', 'rich_text', 'rich_text', 'divider', 'actions', 'context']);
  });

  for (const words of hostileTexts) {
    it(`shows as it was written: ${words.slice(0, 30).replaceAll('\n', ' ')}`, () => {
      const { blocks } = render(view({ type: 'text', text: text(words) }));
      assert.deepEqual(blocks, [
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] },
      ]);
    });
  }

  it('mentions nobody by what people write, in the notification either', () => {
    const { text: fallback } = render(view({ type: 'text', text: text('<!channel> <@U123> & more') }));
    assert.equal(fallback, '&lt;!channel&gt; &lt;@U123&gt; &amp; more');
  });

  it('mentions members by their account in this workspace and names all others in bold', () => {
    const { both, elsewhere, discordOnly } = people;
    const all = [...mention(both), ...mention(elsewhere), ...mention(discordOnly)];
    const [block] = blocksOf(view({ type: 'text', text: all })) as types.RichTextBlock[];
    assert.deepEqual(block?.elements[0]?.elements, [
      { type: 'user', user_id: 'U0MARIA' },
      { type: 'text', text: elsewhere.name, style: { bold: true } },
      { type: 'text', text: discordOnly.name, style: { bold: true } },
    ]);
  });

  it('lets Slack show every reader their own time', () => {
    const at = new Date('2027-03-14T17:00:00.900Z');
    const span = { type: 'time', at, style: 'moment', fallback: 'Sunday, 18:00' } as const;
    const [block] = blocksOf(view({ type: 'text', text: [span] })) as types.RichTextBlock[];
    const date = { type: 'date', timestamp: 1_805_043_600, format: '{date_long}, {time}', fallback: 'Sunday, 18:00' };
    assert.deepEqual(block?.elements[0]?.elements, [date]);
  });

  it('keeps bold and code together', () => {
    const [block] = blocksOf(view({ type: 'text', text: bold(code('T-12')) })) as types.RichTextBlock[];
    assert.deepEqual(block?.elements[0]?.elements, [{ type: 'text', text: 'T-12', style: { bold: true, code: true } }]);
  });

  it('writes fields as lines of label and value', () => {
    const fields = [
      { label: text('Owner'), value: text('Maria') },
      { label: text('Due'), value: [] },
      { label: [], value: text('alone') },
    ];
    assert.equal(wordsOf(blocksOf(view({ type: 'fields', fields }))), 'Owner: Maria\nDue:\nalone');
  });

  it('writes small print in Slack’s markup where that keeps its words', () => {
    const note = [...text('by '), ...mention(people.both), ...text(' <now>')];
    assert.deepEqual(blocksOf(view({ type: 'note', text: note })), [
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'by <@U0MARIA> &lt;now&gt;', verbatim: true }] },
    ]);
  });

  it('writes small print without markup where markup would change its words', () => {
    for (const words of ['*not bold*', '_x_', '~y~', '`z`', ':tada:', '> quoted', 'a\n> quoted']) {
      assert.deepEqual(blocksOf(view({ type: 'note', text: text(words) })), [
        { type: 'context', elements: [{ type: 'plain_text', text: words, emoji: false }] },
      ]);
    }
  });

  it('cuts words that are too many, and says so', () => {
    const { blocks } = render(view({ type: 'text', text: text(tenThousand.unbroken + tenThousand.unbroken) }));
    const words = wordsOf(blocks);
    assert.ok(words.length > 12_000);
    assert.ok(words.endsWith('x…'));
  });

  it('keeps the controls below a text that is too long', () => {
    const shown = view(
      { type: 'text', text: text(tenThousand.words.repeat(2)) },
      { type: 'actions', actions: [{ type: 'link', label: text('Read on'), url: 'https://example.org' }] },
    );
    assert.equal(blocksOf(shown).at(-1)?.type, 'actions');
  });

  it('never cuts within a family of joined emoji', () => {
    const { blocks } = render(view({ type: 'heading', text: text(tenThousand.families) }));
    assert.match(wordsOf(blocks), /^(👩‍👩‍👧‍👦)+…$/u);
  });

  it('ends with … where there are more blocks than Slack takes', () => {
    const { blocks } = render(views['two hundred nodes'] as View);
    assert.equal(blocks.length, 50);
    assert.equal(wordsOf(blocks.slice(-1)), '…');
  });

  it('keeps the controls at the end where there are more blocks than Slack takes', () => {
    const next = { type: 'link', label: text('Next'), url: 'https://example.org' } as const;
    const nodes = views['two hundred nodes']?.nodes ?? [];
    const blocks = blocksOf(view(...nodes, { type: 'actions', actions: [next] }));
    assert.equal(blocks.length, 50);
    assert.equal(wordsOf(blocks.slice(-2, -1)), '…');
    assert.equal(blocks.at(-1)?.type, 'actions');
  });

  it('writes a heading that is longer than Slack takes as a paragraph in bold', () => {
    const title = `T-12 · ${'word '.repeat(40).trim()}`;
    const [block] = blocksOf(view({ type: 'heading', text: text(title) })) as types.RichTextBlock[];
    assert.deepEqual(block?.elements[0]?.elements, [{ type: 'text', text: title, style: { bold: true } }]);
  });

  it('carries what a button does in its id', () => {
    const press = { operation: 'task.done', input: { task: 'T-12', in: 'c1' } } as const;
    const button = { type: 'button', label: text('Done'), press, tone: 'primary' } as const;
    assert.deepEqual(blocksOf(view({ type: 'actions', actions: [button, button] })), [
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: 'Done' },
            action_id: 'task.done?task=T-12&in=c1',
            style: 'primary',
          },
        ],
      },
    ]);
  });

  it('refuses a control that Slack cannot carry, as a mistake of ours', () => {
    const press = { operation: 'task.done', input: { task: 'x'.repeat(3_000) } } as const;
    const shown = view({ type: 'actions', actions: [{ type: 'button', label: text('Done'), press }] });
    assert.throws(() => render(shown), RangeError);
  });

  it('tells screen readers what a button belongs to', () => {
    const press = { operation: 'task.done', input: { task: 'T-12' } } as const;
    const actions = { type: 'actions', actions: [{ type: 'button', label: text('Done'), press }] } as const;
    const nameIn = (shown: View) => {
      const rows = blocksOf(shown).flatMap((block) => (block.type === 'actions' ? block.elements : []));
      return rows.map((element) => 'accessibility_label' in element && element.accessibility_label);
    };
    const about = (words: string) => view({ type: 'heading', text: text(words) }, actions);
    assert.deepEqual(nameIn(about('T-12 · Call the food bank')), ['Done: T-12 · Call the food bank']);
    const sentence = [...text('Maria takes '), ...bold(text('T-12')), ...text(' on.')];
    assert.deepEqual(nameIn(view({ type: 'text', text: sentence }, actions)), ['Done: T-12']);
    assert.deepEqual(nameIn(view(actions)), [false]);
    const [long] = nameIn(about(tenThousand.words));
    assert.ok(typeof long === 'string' && long.length <= 75 && long.endsWith('…'));
  });

  it('has words for controls too, as screen readers read those alone', () => {
    assert.equal(render(views['actions alone'] as View).text, '[Done 0]');
  });

  it('says everything in the fallback text, without markup', () => {
    const { text: fallback } = render(view({ type: 'list', items: [everySpan] }));
    assert.match(fallback, /^• words, bold Maria/);
    assert.ok(fallback.includes('Sunday 14 March 2027, 18:00'));
  });
});
