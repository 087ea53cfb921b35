import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { View } from '../../src/core/view.ts';
import { reminderList } from '../../src/views/reminders/list.ts';
import { everyView, reminderOnce, speechIn } from './examples.ts';
import { buttonsOf, wordsOf } from './reading.ts';

const speech = speechIn('en');

function viewCalled(name: string): View {
  const shown = everyView(speech)[name];
  assert.ok(shown, name);
  return shown;
}

const unheard = { ...reminderOnce, unheard: true };

describe('one reminder', () => {
  it('that has come can be done with, put off and declined from where it is looked at', () => {
    const labels = ['Done', '10 min', '1 hour', 'Tomorrow 9:00', 'Pick…', 'Decline'];
    assert.deepEqual(Object.keys(buttonsOf(viewCalled('reminderShownAfter'))), labels);
    assert.deepEqual(Object.keys(buttonsOf(viewCalled('reminderShownBefore'))), ['Cancel it']);
  });

  it('that nobody hears says so in place of when it comes', () => {
    const shown = wordsOf(viewCalled('reminderShownUnheard'));
    assert.match(shown, /Nobody hears it: its channel is gone/);
    assert.doesNotMatch(shown, /Active|March/);
    const page = { page: 1, pages: 1, total: 1, reminders: [unheard] };
    assert.match(wordsOf(reminderList(speech, unheard.coalitionId, page)), /Nobody hears it/);
  });
});
