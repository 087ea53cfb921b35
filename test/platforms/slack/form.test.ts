import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { types } from '@slack/bolt';
import { PlatformError } from '../../../src/core/errors.ts';
import { text } from '../../../src/core/rich-text.ts';
import type { Form } from '../../../src/core/view.ts';
import { toModal } from '../../../src/platforms/slack/form.ts';
import { decodeMemory, type Origin } from '../../../src/platforms/slack/form-metadata.ts';
import { forms, galleryPlaces } from '../gallery.ts';
import { assertAcceptableView } from './acceptable.ts';

const origin: Origin = {
  place: galleryPlaces.slack,
  placeName: 'general',
  direct: false,
  responseUrl: 'https://hooks.slack.com/commands/T0/1/abc',
};

function formWith(press: Form['press'], fields: Form['fields'] = []): Form {
  return { title: text('Add a task'), submit: text('Add'), cancel: text('Not now'), press, fields };
}

describe('a form in Slack', () => {
  for (const [name, form] of Object.entries(forms)) {
    it(`brings "${name}" within Slack's limits`, () => assertAcceptableView(toModal(form, origin)));
  }

  it('names each block and input after its field, and fills in what was given', () => {
    const { blocks } = toModal(forms['every field filled'] as Form, origin);
    const inputs = (blocks as types.InputBlock[]).map((block) => [block.block_id, block.element]);
    const plain = (words: string) => ({ type: 'plain_text', text: words });
    const option = (number: number) => ({ text: plain(`Option ${number}`), value: `value-${number}` });
    const words = { type: 'plain_text_input', multiline: false, max_length: 200 };
    assert.deepEqual(inputs, [
      ['title', { ...words, action_id: 'title', initial_value: 'Call the food bank' }],
      ['notes', { ...words, action_id: 'notes', multiline: true, max_length: 2_000, initial_value: 'first\nsecond' }],
      [
        'status',
        { type: 'static_select', action_id: 'status', options: [option(1), option(2)], initial_option: option(2) },
      ],
      ['owner', { type: 'users_select', action_id: 'owner', initial_user: 'U0MARIA' }],
    ]);
  });

  it('keeps what is too long whole, to be shortened by its author', () => {
    const input = { type: 'text', maxLength: 200, long: false } as const;
    const field = { name: 'title', label: text('Title'), required: true, value: '👋'.repeat(250), input };
    const view = toModal(formWith({ operation: 'task.add', input: {} }, [field]), origin);
    assertAcceptableView(view);
    const [block] = view.blocks as types.InputBlock[];
    assert.ok(block?.element.type === 'plain_text_input');
    assert.deepEqual([block.element.initial_value, block.element.max_length], [field.value, 500]);
  });

  it('is closed by a button in the words of its reader, for which Slack has no more than its own English', () => {
    const { close } = toModal(formWith({ operation: 'task.add', input: {} }), origin);
    assert.equal(close?.text, 'Not now');
  });

  it('asks for what is required and leaves the rest open', () => {
    const { blocks } = toModal(forms['every field'] as Form, origin);
    assert.deepEqual(
      (blocks as types.InputBlock[]).map((block) => block.optional),
      [false, true, true, true],
    );
  });

  it('remembers where it was opened and what was known', () => {
    const form = formWith({ operation: 'task.add', input: { in: 'c1', goal: 'G-5' } });
    const memory = decodeMemory(toModal(form, origin).private_metadata ?? '', 'T0GALLERY');
    assert.deepEqual(memory, { ...origin, press: form.press });
  });

  it('does not carry what its fields ask for', () => {
    const [field] = (forms['every field'] as Form).fields;
    const form = formWith({ operation: 'task.add', input: { title: 'x'.repeat(4_000), in: 'c1' } }, field && [field]);
    const memory = decodeMemory(toModal(form, origin).private_metadata ?? '', 'T0GALLERY');
    assert.deepEqual(memory?.press.input, { in: 'c1' });
  });

  it('gives up the address for answers before anything that was said', () => {
    const form = formWith({ operation: 'task.add', input: { notes: 'x'.repeat(2_930) } });
    const memory = decodeMemory(toModal(form, origin).private_metadata ?? '', 'T0GALLERY');
    assert.equal(memory?.responseUrl, undefined);
    assert.deepEqual(memory?.press, form.press);
  });

  it('refuses to carry more than Slack keeps', () => {
    const form = formWith({ operation: 'task.add', input: { notes: 'x'.repeat(3_000) } });
    assert.throws(() => toModal(form, origin), PlatformError);
  });

  it('knows forms of others as none of its own', () => {
    for (const metadata of ['', 'x', '{}', '[]', '["nonsense","C1","general",0]', 'null', '[1]']) {
      assert.equal(decodeMemory(metadata, 'T0GALLERY'), null, metadata);
    }
  });
});
