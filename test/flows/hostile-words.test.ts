import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import type { Actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { wordsOf } from '../support/seen.ts';

/** What people write into a title, and what is kept of it where that differs. */
const titles: readonly (readonly [written: string, kept?: string])[] = [
  ['@everyone come at six'],
  ['@here <!here> <!channel> <!subteam^S1>'],
  ['\'; DROP TABLE "Task"; --'],
  ['*not bold* _nor this_ ~nor that~ `nor code` > quote'],
  ['&lt;b&gt; <b>tags</b> {name} [link](javascript:0)'],
  ['“Curly quotes” and ‘more’'],
  ['اتصل ببنك الطعام'],
  ['Call \u202eknab doof eht', 'Call knab doof eht'],
  ['Zero\u200b-\u2060width', 'Zero-width'],
  ['👩‍👩‍👧 🇪🇸 tasks'],
];

/** Nobody but those who acted is called, on either platform. */
function assertCallsOnly(meant: readonly Actor[], reader: Actor): void {
  const ids = meant.map(({ id }) => id);
  for (const { payload, privateTo } of reader.messages()) {
    if (reader.platform.name === 'slack') {
      for (const markup of markupIn(payload)) {
        assert.doesNotMatch(markup, /<(?!!date\^)[!#]/);
        for (const [, id] of markup.matchAll(/<@(\w+)/g)) assert.ok(ids.includes(id ?? ''), markup);
      }
      assert.doesNotMatch(JSON.stringify(payload), /"type":"(broadcast|usergroup)"/);
    } else if (privateTo === undefined) {
      assert.equal(payload.mention_everyone, false);
      assert.deepEqual(payload.mention_roles, []);
      for (const { id } of payload.mentions as readonly { id: string }[]) assert.ok(ids.includes(id));
    }
  }
}

/** What Slack reads as markup: the fallback text, and texts that say so. Others it shows as they are. */
function markupIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, text } = node as { type?: unknown; text?: unknown };
  const own = typeof text === 'string' && (type === undefined || type === 'mrkdwn') ? [text] : [];
  return [...own, ...Object.values(node).flatMap(markupIn)];
}

describe('words that mean something to a machine', () => {
  it('are shown as they were written, on both platforms, and call nobody', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    for (const [written] of titles) await sam.ask(`/task add ${written}`);
    for (const [written] of titles) await kai.ask(`/task add title:${written}`);

    const wanted = titles.map(([written, kept]) => kept ?? written);
    const tasks = await convener.store.db.task.findMany({ orderBy: { number: 'asc' } });
    assert.deepEqual(
      tasks.map(({ title }) => title),
      [...wanted, ...wanted],
    );
    for (const [index, title] of wanted.entries()) {
      const shown = `T-${index + 1} · ${title}`;
      await until([kai.platform], () => kai.messages().some((message) => wordsOf(message).includes(shown)));
    }
    for (const reader of [sam, kai]) {
      await reader.ask('/task list');
      assertCallsOnly([sam, kai], reader);
    }
  });

  it('keep their lines in notes, and nobody is called there either', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    const notes = 'First @everyone\nthen <!channel>\n\u202ethen home';
    await sam.type('/task add');
    await sam.form();
    await sam.submit({ title: 'Call', notes });
    const { notes: kept } = await convener.store.db.task.findFirstOrThrow();
    assert.equal(kept, 'First @everyone\nthen <!channel>\nthen home');
    await kai.see(/First @everyone/);
    await sam.see(/First @everyone/);
    for (const reader of [sam, kai]) assertCallsOnly([sam, kai], reader);
  });

  it('in the name of a coalition call nobody', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth(convener);
    await maria.ask('/coalition settings name:@everyone <!channel>');
    await sam.type('/coalition show');
    await kai.type('/coalition show');
    for (const reader of [sam, kai]) {
      await reader.see(/@everyone.*general on Slack/);
      assertCallsOnly([sam, kai], reader);
    }
  });
});
