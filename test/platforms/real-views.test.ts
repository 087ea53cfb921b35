import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plain } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import { toMessage as toDiscord } from '../../src/platforms/discord/render.ts';
import { toMessage as toSlack } from '../../src/platforms/slack/render.ts';
import { occurrenceCard } from '../../src/views/conversations/card.ts';
import type { TaskFacts, TaskPage } from '../../src/views/tasks/facts.ts';
import { taskList } from '../../src/views/tasks/list.ts';
import { circle, crowd, everyConversationView } from '../views/conversation-examples.ts';
import { coalitionId, everyView, maria, openTask, speechIn } from '../views/examples.ts';
import { actionsOf } from '../views/reading.ts';
import { assertTakable, textsOf } from './discord/discord-limits.ts';
import { galleryPlaces } from './gallery.ts';
import { assertAcceptableMessage } from './slack/acceptable.ts';

/** Ten tasks on the middle one of several pages, each with all that a line can show and a title as long as may be. */
function fullPage(title: string): TaskPage {
  const tasks = Array.from({ length: 10 }, (_, index): TaskFacts => {
    const due = { wall: '2027-03-12T18:00', zone: 'Europe/Madrid', at: new Date('2027-03-12T17:00:00Z') };
    return { ...openTask, number: 9_990 + index, title, due, owner: maria };
  });
  return { tasks, page: 2, pages: 3, total: 23 };
}

/** Two hundred code points each, as many as a title may have. */
const longTitles = {
  'plain words': 'community '.repeat(20),
  'stars, each of which Discord needs escaped': '*'.repeat(200),
  'signs that Slack escapes': '<&>'.repeat(70).slice(0, 200),
  families: '👩‍👩‍👧‍👦'.repeat(28),
  Chinese: '社'.repeat(200),
} as const;

/** A conversation that has as much of everything as may be, in such words. */
function longestOf(words: string): OccurrenceDetails {
  const item = { everyTime: false, author: maria, authorId: 'maria' };
  return {
    ...circle,
    title: words,
    purpose: words.repeat(10),
    place: words,
    facilitator: { ...maria, name: words },
    rsvps: { ...circle.rsvps, coming: 14, firstComing: [maria, ...crowd(5)] },
    agenda: Array.from({ length: 30 }, (_, index) => ({ ...item, id: String(index), text: words })),
  };
}

function labelsOf(shown: View): readonly string[] {
  return actionsOf(shown).map(({ label }) => plain(label));
}

/** Fails unless every control of the view arrives on both platforms. */
function assertControls(shown: View): void {
  const slack = JSON.stringify(toSlack(shown, galleryPlaces.slack).blocks);
  const discord = JSON.stringify(toDiscord(shown).components);
  for (const label of labelsOf(shown)) {
    assert.ok(slack.includes(JSON.stringify(label)), `${label} in Slack`);
    assert.ok(discord.includes(JSON.stringify(label)), `${label} in Discord`);
  }
}

for (const locale of ['en', 'es']) {
  const speech = speechIn(locale);

  describe(`what people are shown (${locale})`, () => {
    for (const [name, shown] of Object.entries({ ...everyView(speech), ...everyConversationView(speech) })) {
      test(`${name} arrives with all its controls and nothing cut`, () => {
        assertAcceptableMessage(toSlack(shown, galleryPlaces.slack));
        assertTakable(toDiscord(shown));
        assertControls(shown);
        const own = labelsOf(shown).filter((label) => label.endsWith('…')).length;
        const cut = JSON.stringify(toSlack(shown, galleryPlaces.slack).blocks).match(/"text":"[^"]*…"/g) ?? [];
        assert.equal(cut.length, own, `${cut}`);
        assert.doesNotMatch(textsOf(toDiscord(shown).components[0].components).join('\n'), /…$/m);
      });
    }

    for (const [name, title] of Object.entries(longTitles)) {
      const shown = taskList(speech, coalitionId, fullPage(title), { status: 'all', owner: 'me' });

      test(`a full page of titles of ${name} keeps its controls`, () => {
        assertAcceptableMessage(toSlack(shown, galleryPlaces.slack));
        assertTakable(toDiscord(shown));
        assertControls(shown);
      });

      test(`a card of ${name} as long as may be keeps its controls, its hours and who comes`, () => {
        const shown = occurrenceCard(speech, longestOf(title));
        const slack = toSlack(shown, galleryPlaces.slack);
        assertAcceptableMessage(slack);
        assertTakable(toDiscord(shown));
        assertControls(shown);
        const discord = textsOf(toDiscord(shown).components[0].components).join('\n');
        assert.match(discord, /<t:1805216400:F> . <t:1805221800:t>/);
        for (const words of [discord, JSON.stringify(slack.blocks)]) {
          assert.match(words, /C-3\.2/);
          assert.match(words, /María.*\b8 /);
        }
      });

      test(`a full page of titles of ${name} says of each task which, whose and until when`, () => {
        const discord = textsOf(toDiscord(shown).components[0].components).join('\n');
        const slack = JSON.stringify(toSlack(shown, galleryPlaces.slack).blocks);
        for (let number = 9_990; number < 10_000; number += 1) {
          assert.match(discord, new RegExp(`^- \\*\\*T-${number}\\*\\* .*María.*<t:1804870800:F>`, 'm'));
          assert.match(slack, new RegExp(`T-${number}`));
        }
        assert.match(discord, /23/);
        assert.equal(slack.split('"timestamp":1804870800').length, 11);
      });
    }
  });
}
