import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodePress } from '../../src/core/press.ts';
import { plain } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import type { RsvpCounts } from '../../src/domain/conversations/details.ts';
import { occurrenceCard } from '../../src/views/conversations/card.ts';
import {
  aheadNotice,
  cancelledNotice,
  closingNotice,
  feedbackNotice,
  movedNotice,
  offeredNotice,
  soonNotice,
} from '../../src/views/conversations/notices.ts';
import { occurrenceSummary } from '../../src/views/conversations/summary.ts';
import { findAddress } from '../../src/views/conversations/words.ts';
import { digestView, noticeView } from '../../src/views/notices/notice.ts';
import { bareCall, circle, closedCircle, crowd } from './conversation-examples.ts';
import { coalitionId, dani, maria, speechIn } from './examples.ts';
import { actionsOf, buttonsOf, wordsOf } from './reading.ts';

const speech = speechIn('en');
const over = { ...speech, now: circle.endsAt };
const here = { recipient: null, way: 'space', delay: null } as const;
const input = { in: coalitionId, conversation: 'C-3.2' };
const line = (view: View, start: string) =>
  wordsOf(view)
    .split('\n')
    .find((each) => each.startsWith(start))
    ?.replace(/\s/gu, ' ');
const seats = (rsvps: Partial<RsvpCounts>) =>
  line(occurrenceCard(speech, { ...circle, rsvps: { ...circle.rsvps, ...rsvps } }), 'Seats');

describe('the card of a conversation', () => {
  it('tells all there is to know, and lets everybody answer', () => {
    assert.equal(
      wordsOf(occurrenceCard(speech, circle)).replace(/[^\S\n]/gu, ' '),
      [
        '# C-3.2 · Listening circle',
        'When: Tuesday, March 16, 2027 at 6:00 PM GMT+1 – 7:30 PM GMT+1',
        'Where: Library, first floor',
        'Repeats: every Tuesday at 18:00; planned until Thursday, September 9, 2027',
        'Led by: María',
        'Coming: María and Dani',
        'Maybe: 1',
        'Seats: 10 of 12 free',
        'We hear what this winter has been like for each of us.',
        'Agenda',
        '- What is dear to us here?',
        '- What do we ask the council?',
        '- Who cooks?',
        'Called by Dani',
        '[Yes] [Maybe] [No] [Add to the agenda] [Add to my calendar]',
      ].join('\n'),
    );
    assert.deepEqual(buttonsOf(occurrenceCard(speech, circle)), {
      Yes: { operation: 'convene.rsvp', input: { ...input, answer: 'yes' } },
      Maybe: { operation: 'convene.rsvp', input: { ...input, answer: 'maybe' } },
      No: { operation: 'convene.rsvp', input: { ...input, answer: 'no' } },
      'Add to the agenda': { operation: 'convene.propose', input },
      'Add to my calendar': { operation: 'convene.calendar', input },
    });
  });

  it('shows its hours in each reader’s zone, once', () => {
    const times = JSON.stringify(occurrenceCard(speech, circle)).match(/"type":"time","at":"[^"]*","style":"\w+"/g);
    assert.deepEqual(times, [
      '"type":"time","at":"2027-03-16T17:00:00.000Z","style":"moment"',
      '"type":"time","at":"2027-03-16T18:30:00.000Z","style":"time"',
    ]);
    const card = occurrenceCard({ ...speech, zone: 'America/Chicago' }, { ...circle, series: null });
    assert.equal(line(card, 'When'), 'When: Tuesday, March 16, 2027 at 12:00 PM CDT – 1:30 PM CDT');
    const long = { ...circle, endsAt: new Date('2027-03-17T17:00:00Z') };
    assert.match(line(occurrenceCard(speech, long), 'When') ?? '', /– Wednesday, March 17, 2027 at 6:00 PM/);
  });

  it('tells one reader in another zone the hour there besides, in few words', () => {
    const when = (zone: string, locale = 'en', own: 'person' | 'account' | 'coalition' = 'person') => {
      const told = { ...speechIn(locale), zone, from: { zone: own, locale: 'person' } } as const;
      const [, said] = wordsOf(occurrenceCard(told, { ...circle, series: null })).split('\n');
      return said?.replace(/\s/gu, ' ') ?? '';
    };
    assert.match(when('America/Chicago'), / – 1:30 PM CDT \(6:00 PM Central European Time\)$/);
    assert.match(when('America/Chicago', 'es', 'account'), / – 13:30 GMT-5 \(18:00, hora de Europa central\)$/);
    assert.match(when('Asia/Tokyo'), /Wednesday, March 17.* GMT\+9 \(Tuesday 6:00 PM Central European Time\)$/);
    assert.doesNotMatch(when('Europe/Paris'), /\(/);
    // A reader of whom only the coalition's zone is known may well be there.
    assert.doesNotMatch(when('America/Chicago', 'en', 'coalition'), /\(/);
  });

  it('names the zone of a rule where it is not the reader’s, as people call it', () => {
    const repeats = (zone: string, locale = 'en') => wordsOf(occurrenceCard({ ...speechIn(locale), zone }, circle));
    assert.match(repeats('America/Chicago'), /^Repeats: every Tuesday at 18:00 \(Central European Time\); planned/m);
    assert.match(repeats('UTC', 'es'), /^Se repite: todos los martes a las 18:00 \(hora de Europa central\); con/m);
    assert.match(repeats('Europe/Paris'), /^Repeats: every Tuesday at 18:00; planned/m);
    assert.doesNotMatch(repeats('America/Chicago'), /^When: .*\(/m);
  });

  it('names the first who come without notifying anybody, and counts the others', () => {
    const card = occurrenceCard(speech, { ...circle, rsvps: { ...circle.rsvps, coming: 14 } });
    assert.equal(line(card, 'Coming'), 'Coming: María, Dani, and 12 more');
    assert.doesNotMatch(JSON.stringify(card), /"type":"mention"/);
    assert.equal(line(occurrenceCard(speech, bareCall), 'Coming'), 'Coming: nobody yet');
  });

  it('says how many seats there are left, held and waited for', () => {
    assert.equal(seats({ coming: 9 }), 'Seats: 3 of 12 free');
    assert.equal(seats({ coming: 12, waiting: 4 }), 'Seats: full, 4 waiting');
    assert.equal(
      seats({ coming: 11, offered: 1, waiting: 2 }),
      'Seats: full, 1 held for whoever waits longest, 2 waiting',
    );
    assert.equal(seats({ coming: 13 }), 'Seats: full');
    assert.equal(seats({ capacity: null }), undefined);
  });

  it('shows the beginning of a long agenda', () => {
    const agenda = Array.from({ length: 7 }, (_, index) => ({ ...circle.agenda[0], text: `Item ${index}` }));
    const words = wordsOf(occurrenceCard(speech, { ...circle, agenda: agenda as (typeof circle.agenda)[number][] }));
    assert.match(words, /^- Item 4\nand 2 more items$/m);
    assert.doesNotMatch(words, /Item 5/);
  });

  it('says in words that it was moved, called off, or is over, and then asks nobody any more', () => {
    const state = (view: View) => wordsOf(view).split('\n')[1];
    const moved = occurrenceCard(speech, { ...circle, movedFrom: '2027-03-15T18:00' });
    assert.match(state(moved) ?? '', /^It was moved from Monday, March 15, 2027 at 6:00\sPM GMT\+1\.$/u);
    const cancelled = occurrenceCard(speech, { ...circle, state: 'cancelled', cancelReason: 'No keys.' });
    assert.equal(state(cancelled), 'Cancelled. Why: No keys.');
    const ended = occurrenceCard(over, circle);
    assert.equal(state(ended), 'It is over.');
    assert.equal(line(ended, 'Said yes'), 'Said yes: María and Dani');
    for (const view of [cancelled, ended, occurrenceCard(over, closedCircle)]) assert.deepEqual(actionsOf(view), []);
    assert.notDeepEqual(actionsOf(moved), []);
  });

  it('tells what came of it once that is on record', () => {
    const words = wordsOf(occurrenceCard(over, closedCircle));
    assert.match(words, /^Came: 9 members, 1 guest\nWorth it: 5 of 6 who said so$/m);
    assert.match(words, /^Decisions\n- We meet in the library\.\n- Dani writes to the council\.$/m);
    assert.match(words, /^- T-12 · Call the food bank · María · open\n- T-13 · Write to the council · done$/m);
    assert.match(words, /^Notes\nWe were many, and it was warm\.$/m);
    assert.doesNotMatch(words, /Agenda|Seats/);
  });

  it('links to an address and to nothing else', () => {
    assert.equal(line(occurrenceCard(speech, bareCall), 'Where'), 'Where: meet.example.org');
    const rich = JSON.stringify(occurrenceCard(speech, bareCall));
    assert.match(
      rich,
      /"type":"link","text":"meet.example.org","url":"https:\/\/meet.example.org\/river-city\?room=3"/,
    );
    for (const place of [
      'javascript:alert(1)',
      'ftp://a.example',
      'https://bank.example@evil.example/',
      'at https://a.example',
    ])
      assert.equal(findAddress(place), null, place);
  });

  it('says no name of a series that is called off as one that goes on', () => {
    const series = { ...circle.series, state: 'cancelled' } as typeof circle.series;
    assert.equal(line(occurrenceCard(speech, { ...circle, series }), 'Repeats'), undefined);
    const bounded = { ...circle.series, rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T235959' } as typeof circle.series;
    assert.equal(
      line(occurrenceCard(speech, { ...circle, series: bounded }), 'Repeats'),
      'Repeats: every Tuesday at 18:00, until June 30, 2027',
    );
  });
});

describe('what is said of a conversation', () => {
  const says = (now: string, conversation = circle) =>
    plain(aheadNotice({ ...speech, now: new Date(now) }, conversation).says);

  it('names the day as it is when it is said, by the clocks of the place', () => {
    assert.match(says('2027-03-15T10:00:00Z'), /^C-3\.2 · Listening circle is tomorrow: Tuesday.*Where: Library/);
    assert.match(says('2027-03-15T23:30:00Z'), /is today:/);
    assert.match(says('2027-03-13T10:00:00Z'), /takes place Tuesday/);
    assert.match(
      says('2027-03-15T23:30:00Z', { ...circle, zone: 'America/Chicago', wall: '2027-03-16T12:00' }),
      /tomorrow/,
    );
  });

  it('lets those who come confirm it or take it back', () => {
    assert.deepEqual(buttonsOf(noticeView(speech, aheadNotice(speech, circle), here)), {
      'I will be there': { operation: 'convene.rsvp', input: { ...input, answer: 'yes' } },
      'I can’t make it': { operation: 'convene.rsvp', input: { ...input, answer: 'no' } },
    });
  });

  it('leads to where it takes place when it begins', () => {
    const [join] = actionsOf(noticeView(speech, soonNotice(speech, bareCall), here));
    assert.deepEqual(join?.type === 'link' && join.url, 'https://meet.example.org/river-city?room=3');
    assert.match(plain(soonNotice(speech, bareCall).says), /begins soon: .*Where: meet\.example\.org$/);
    assert.match(plain(soonNotice({ ...speech, now: circle.startsAt }, circle).says), /has begun/);
  });

  it('tells of a change with both times, and of who made it', () => {
    const moved = plain(movedNotice(speech, circle, '2027-03-15T19:00', dani).says).replace(/\s/gu, ' ');
    assert.match(moved, /^Dani moved C-3\.2 · Listening circle\. It takes place Tuesday, March 16, 2027 at 6:00 PM/);
    assert.match(moved, /and not Monday, March 15, 2027 at 7:00 PM GMT\+1\. Where/);
    const cancelled = cancelledNotice(speech, { ...circle, cancelReason: 'No keys.' }, dani);
    assert.match(plain(cancelled.says), /^Dani cancelled C-3\.2.*does not take place Tuesday.*Why: No keys\.$/);
    assert.deepEqual(cancelled.actions, []);
  });

  it('asks with a deadline whether somebody takes a seat', () => {
    const notice = offeredNotice(speech, circle, new Date('2027-03-10T17:00:00Z'));
    assert.match(
      plain(notice.says).replace(/\s/gu, ' '),
      /if you take it by Wednesday, March 10, 2027 at 6:00 PM GMT\+1;/,
    );
    assert.deepEqual(buttonsOf(noticeView(speech, notice, here)), {
      'Take it': { operation: 'convene.take', input },
      'Let it go': { operation: 'convene.pass', input },
    });
  });

  it('asks afterwards what came of it, and whether it was worth it', () => {
    assert.deepEqual(buttonsOf(noticeView(speech, closingNotice(speech, circle), here)), {
      'Write it down': { operation: 'convene.close', input },
    });
    assert.deepEqual(buttonsOf(noticeView(speech, feedbackNotice(speech, circle), here)), {
      'Yes, it was worth it': { operation: 'convene.feedback', input: { ...input, came: 'yes', worth: 'yes' } },
      'Yes, but it was not': { operation: 'convene.feedback', input: { ...input, came: 'yes', worth: 'no' } },
      'I was not there': { operation: 'convene.feedback', input: { ...input, came: 'no' } },
    });
  });

  it('sums up what came of it, with long notes cut', () => {
    const notes = 'A very long story. '.repeat(200);
    const closed = { ...closedCircle, outcome: closedCircle.outcome && { ...closedCircle.outcome, notes } };
    const words = wordsOf(occurrenceSummary(over, closed));
    assert.match(words, /^# C-3\.2 · Listening circle\nTook place: Tuesday/);
    assert.match(words, /^Came: 9 members, 1 guest$/m);
    assert.ok(words.length < 1_500, `${words.length}`);
    assert.match(words, /…$/m);
  });

  it('keeps what it says where a title is as long as may be', () => {
    const title = 'community '.repeat(20);
    assert.match(says('2027-03-15T10:00:00Z', { ...circle, title }), /… is tomorrow: Tuesday/);
  });
});

describe('those who are told together', () => {
  it('are each named and notified, below what it is about', () => {
    const listeners = crowd(80);
    const view = noticeView(speech, { ...soonNotice(speech, circle), listeners }, here);
    const [first] = wordsOf(view).split('\n');
    assert.match(first ?? '', /^C-3\.2 · Listening circle begins soon/);
    assert.match(wordsOf(view), /^This is for Person 0, Person 1, .* and Person 79\.$/m);
    assert.equal(JSON.stringify(view).split('"type":"mention"').length, 81);
  });
});

describe('a digest', () => {
  const digest = (notices: Parameters<typeof digestView>[1][number]['notices']) =>
    digestView(speech, [{ coalition: { id: coalitionId, name: 'River City' }, notices }], {
      ...here,
      recipient: maria,
    });

  it('lets its reader answer what it asks, each thing once', () => {
    const today = { ...speech, now: new Date('2027-03-16T07:00:00Z') };
    const view = digest([aheadNotice(speech, circle), aheadNotice(today, circle), feedbackNotice(speech, bareCall)]);
    const pressed = actionsOf(view).flatMap((action) => (action.type === 'button' ? [encodePress(action.press)] : []));
    const rsvp = `convene.rsvp?in=${coalitionId}&conversation=C-3.2&answer=`;
    const feedback = `convene.feedback?in=${coalitionId}&conversation=C-3&came=`;
    assert.deepEqual(pressed, [
      ...[`${rsvp}yes`, `${rsvp}no`, `${feedback}yes&worth=yes`, `${feedback}yes&worth=no`, `${feedback}no`],
      `convener.next?in=${coalitionId}`,
    ]);
    assert.match(wordsOf(view), /\[I will be there\] \[I can’t make it\]\nC-3\.2 · Listening circle is today/);
  });

  it('says to what its answers belong', () => {
    const about = digest([feedbackNotice(speech, bareCall), closingNotice(speech, circle)]).nodes.flatMap((node) =>
      node.type === 'actions' && node.about ? [plain(node.about)] : [],
    );
    assert.deepEqual(about, ['C-3 · Listening circle', 'C-3.2 · Listening circle']);
  });
});
