import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMrkdwn } from '../../../../../src/sandbox/page/browser/slack/mrkdwn.ts';

const marksOf = (text: string) => {
  const [passage, ...more] = parseMrkdwn(text);
  assert.deepEqual(more, []);
  assert.equal(passage?.type, 'paragraph');
  return passage.marks;
};

describe('mrkdwn', () => {
  it('reads bold, italic, struck and code', () => {
    assert.deepEqual(marksOf('*a* _b_ ~c~ `d`'), [
      { type: 'bold', children: [{ type: 'text', text: 'a' }] },
      { type: 'text', text: ' ' },
      { type: 'italic', children: [{ type: 'text', text: 'b' }] },
      { type: 'text', text: ' ' },
      { type: 'strike', children: [{ type: 'text', text: 'c' }] },
      { type: 'text', text: ' ' },
      { type: 'code', text: 'd' },
    ]);
  });

  it('leaves signs within words and between blanks alone', () => {
    for (const text of ['2*3*4', 'snake_case_name', '5 * 3 * 2', '* not bold*x', '``']) {
      assert.deepEqual(marksOf(text), [{ type: 'text', text }]);
    }
  });

  it('reads marks inside marks', () => {
    assert.deepEqual(marksOf('*a _b_*'), [
      {
        type: 'bold',
        children: [
          { type: 'text', text: 'a ' },
          { type: 'italic', children: [{ type: 'text', text: 'b' }] },
        ],
      },
    ]);
  });

  it('reads people, channels and groups', () => {
    assert.deepEqual(marksOf('<@U1><@U2|sam><#C1|general><!here>'), [
      { type: 'person', id: 'U1', label: '' },
      { type: 'person', id: 'U2', label: 'sam' },
      { type: 'channel', id: 'C1', label: 'general' },
      { type: 'callout', text: '@here' },
    ]);
  });

  it('reads a date with its fallback', () => {
    assert.deepEqual(marksOf('<!date^1700000000^{date} {time}^https://a.example|14 &amp; 15 Nov>'), [
      { type: 'moment', at: 1_700_000_000, style: '{date} {time}', fallback: '14 & 15 Nov' },
    ]);
  });

  it('reads links to the web, and shows any other as it was written', () => {
    assert.deepEqual(marksOf('<https://a.example/?x=1&amp;y=2|A &lt; B>'), [
      { type: 'link', url: 'https://a.example/?x=1&y=2', children: [{ type: 'text', text: 'A < B' }] },
    ]);
    assert.deepEqual(marksOf('<javascript:alert(1)|A>'), [{ type: 'text', text: '<javascript:alert(1)|A>' }]);
  });

  it('turns back what Slack escapes, once', () => {
    assert.deepEqual(marksOf('&lt;@U1&gt; &amp;lt; <b>'), [{ type: 'text', text: '<@U1> &lt; <b>' }]);
  });

  it('sets quotes and blocks of code apart', () => {
    assert.deepEqual(parseMrkdwn('a\n&gt; b\n&gt; c\n```*d*\ne```\nf'), [
      { type: 'paragraph', marks: [{ type: 'text', text: 'a' }] },
      { type: 'quote', marks: [{ type: 'text', text: 'b\nc' }] },
      { type: 'code-block', text: '*d*\ne' },
      { type: 'paragraph', marks: [{ type: 'text', text: 'f' }] },
    ]);
  });
});
