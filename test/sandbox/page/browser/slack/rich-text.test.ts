import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toRichPassages } from '../../../../../src/sandbox/page/browser/slack/rich-text.ts';

describe('rich text', () => {
  it('keeps every word as it was written', () => {
    const elements = [{ type: 'text', text: '*a* <@U1> &amp;' }] as const;
    assert.deepEqual(toRichPassages([{ type: 'rich_text_section', elements }]), [
      { type: 'paragraph', marks: [{ type: 'text', text: '*a* <@U1> &amp;' }] },
    ]);
  });

  it('puts styles around people, links and dates', () => {
    const elements = [
      { type: 'user', user_id: 'U1', style: { bold: true } },
      { type: 'link', url: 'https://a.example', style: { italic: true, strike: true } },
      { type: 'date', timestamp: 5, format: '{date}', fallback: 'then' },
    ] as const;
    const [passage] = toRichPassages([{ type: 'rich_text_quote', elements }]);
    assert.deepEqual(passage, {
      type: 'quote',
      marks: [
        { type: 'bold', children: [{ type: 'person', id: 'U1', label: '' }] },
        {
          type: 'italic',
          children: [
            {
              type: 'strike',
              children: [
                {
                  type: 'link',
                  url: 'https://a.example',
                  children: [{ type: 'text', text: 'https://a.example' }],
                },
              ],
            },
          ],
        },
        { type: 'moment', at: 5, style: '{date}', fallback: 'then' },
      ],
    });
  });

  it('shows a link that does not lead to the web as its words', () => {
    const elements = [{ type: 'link', url: 'javascript:alert(1)', text: 'press' }] as const;
    assert.deepEqual(toRichPassages([{ type: 'rich_text_section', elements }]), [
      { type: 'paragraph', marks: [{ type: 'text', text: 'press' }] },
    ]);
  });

  it('reads lists', () => {
    const section = (text: string) =>
      ({ type: 'rich_text_section', elements: [{ type: 'text', text, style: { code: true } }] }) as const;
    const passages = toRichPassages([
      { type: 'rich_text_list', style: 'ordered', elements: [section('a'), section('b')] },
    ]);
    assert.deepEqual(passages, [
      { type: 'list', ordered: true, items: [[{ type: 'code', text: 'a' }], [{ type: 'code', text: 'b' }]] },
    ]);
  });
});
