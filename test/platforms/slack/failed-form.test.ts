import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { types, ViewOutput } from '@slack/bolt';
import { text } from '../../../src/core/rich-text.ts';
import { type Form, view } from '../../../src/core/view.ts';
import { toFailedModal, withWritten } from '../../../src/platforms/slack/failed-form.ts';
import { toPlainText } from '../../../src/platforms/slack/fallback.ts';
import { toModal } from '../../../src/platforms/slack/form.ts';
import { forms, galleryPlaces, views } from '../gallery.ts';
import { assertAcceptableView } from './acceptable.ts';

const place = galleryPlaces.slack;
const problem = view({ type: 'text', text: text('you are not an organizer') });

const filled: ViewOutput['state']['values'] = {
  title: { title: { type: 'plain_text_input', value: 'Call Ruth' } },
  notes: { notes: { type: 'plain_text_input', value: null } },
  status: {
    status: {
      type: 'static_select',
      selected_option: { text: { type: 'plain_text', text: 'Option 1', emoji: true }, value: 'value-1' },
    },
  },
  owner: { owner: { type: 'users_select', selected_user: 'U0SAM' } },
};

/** A form as Slack hands it over when it is sent. */
function sent(form: Form, values: ViewOutput['state']['values'] = filled): ViewOutput {
  const { submit = null, close = null, ...modal } = toModal(form, { place, placeName: 'general', direct: false });
  return {
    ...{ id: 'V1', team_id: 'T1', app_id: 'A1', bot_id: 'B1', hash: '1', root_view_id: null, previous_view_id: null },
    ...{ clear_on_close: false, notify_on_close: false, private_metadata: '', callback_id: '' },
    ...(modal as Pick<ViewOutput, 'title' | 'type' | 'blocks'>),
    submit: submit as ViewOutput['submit'],
    close: close as ViewOutput['close'],
    state: { values },
  };
}

describe('a form in Slack that failed', () => {
  for (const [name, form] of Object.entries(forms)) {
    it(`keeps "${name}" within Slack's limits`, () => {
      assertAcceptableView(toFailedModal(sent(form), views['every node'] ?? problem, place));
    });
  }

  it('shows what went wrong, then everything as it was filled in', () => {
    const modal = toFailedModal(sent(forms['every field filled'] as Form), problem, place);
    assert.deepEqual([modal.submit?.text, modal.close?.text], ['Add', 'Cancel']);
    const [said, ...inputs] = modal.blocks as [types.RichTextBlock, ...types.InputBlock[]];
    assert.match(JSON.stringify(said), /you are not an organizer/);
    const initial = inputs.map(({ element }) =>
      Object.entries(element).flatMap(([key, value]) => (key.startsWith('initial_') ? [value] : [])),
    );
    const option = { text: { type: 'plain_text', text: 'Option 1' }, value: 'value-1' };
    assert.deepEqual(initial, [['Call Ruth'], [], [option], ['U0SAM']]);
  });

  it('says only the latest problem', () => {
    const once = toFailedModal(sent(forms['every field'] as Form), problem, place);
    const again = { ...sent(forms['every field'] as Form), blocks: once.blocks };
    const twice = toFailedModal(again, view({ type: 'text', text: text('something broke') }), place);
    assert.equal(twice.blocks.length, once.blocks.length);
    assert.doesNotMatch(JSON.stringify(twice.blocks), /organizer/);
  });

  it('gives back in words what was filled in', () => {
    const words = toPlainText(withWritten(problem, sent(forms['every field'] as Form), place));
    assert.equal(words, 'you are not an organizer\nThe title: Call Ruth\nThe status: Option 1\nThe owner: U0SAM');
  });
});
