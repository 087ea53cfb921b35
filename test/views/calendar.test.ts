import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { googleLink } from '../../src/views/conversations/google-link.ts';
import { everyCalendar } from './calendar-examples.ts';
import { bareCall, circle } from './conversation-examples.ts';
import { speechIn } from './examples.ts';
import { actionsOf, wordsOf } from './reading.ts';

const views = everyCalendar(speechIn('en'), { series: circle, once: bareCall });

function linksIn(name: string): readonly string[] {
  const view = views[name];
  assert.ok(view, name);
  return actionsOf(view).flatMap((action) => (action.type === 'link' ? [new URL(action.url).pathname] : []));
}

describe('what somebody is told about calendars', () => {
  it('leads to what can be reached, and writes down what cannot', () => {
    const token = 'kX3_kX3_kX3_kX3_kX3_kX3_kX3_kX3_kX3_kX3_kX3';
    const coalition = circle.coalitionId;
    assert.deepEqual(linksIn('calendarOfSeries'), [
      '/calendar/render',
      `/calendar/${token}/${coalition}/C-3.2.ics`,
      `/calendar/${token}/${coalition}/C-3.ics`,
    ]);
    assert.deepEqual(linksIn('calendarOfOne'), ['/calendar/render', `/calendar/${token}/${coalition}/C-3.ics`]);
    assert.deepEqual(linksIn('calendarHidden'), ['/calendar/render']);
    assert.ok(views.calendarHidden);
    assert.match(wordsOf(views.calendarHidden), /http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics/);
    assert.match(wordsOf(views.calendarHidden), /PUBLIC_URL/);
  });

  it('offers nobody to add what is over', () => {
    assert.ok(!linksIn('calendarOfOver').includes('/calendar/render'));
  });
});

describe('the way into Google Calendar', () => {
  it('says all there is', () => {
    const { searchParams } = new URL(googleLink({ ...circle, title: 'Bread & roses', place: 'Library, 1º' }));
    assert.deepEqual(Object.fromEntries(searchParams), {
      action: 'TEMPLATE',
      text: 'Bread & roses',
      dates: '20270316T170000Z/20270316T183000Z',
      location: 'Library, 1º',
      details: circle.purpose,
    });
  });

  it('is never longer than a button can take, however much there is to say', () => {
    const long = '👩🏽‍🚀'.repeat(50);
    for (const title of ['Circle', 'x'.repeat(200), long]) {
      for (const place of [null, long]) {
        const link = googleLink({ ...circle, title, place, purpose: long });
        assert.ok(link.length <= 512, `${link.length}`);
        assert.ok(new URL(link).searchParams.get('text'));
      }
    }
  });
});
