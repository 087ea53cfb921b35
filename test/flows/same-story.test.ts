import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Actor, actor } from '../support/acting.ts';
import { startTestConvener } from '../support/convener.ts';
import { dump } from '../support/dump.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

/** How a command is typed on one platform: `options` by their names, the first one first. */
type Say = (command: string, options?: Readonly<Record<string, string>>) => string;

const inSlack: Say = (command, options = {}) => {
  const [first, ...rest] = Object.entries(options);
  return [command, first?.[1], ...rest.map(([name, value]) => `${name}:${value}`)].filter(Boolean).join(' ');
};
const inDiscord: Say = (command, options = {}) =>
  [command, ...Object.entries(options).map(([name, value]) => `${name}:${value}`)].join(' ');

/** A coalition is made, somebody joins, and tasks go through all that can happen to them. */
async function tell(founder: Actor, helper: Actor, say: Say, allSaid: () => Promise<void>): Promise<void> {
  const atHome = { timezone: 'UTC', locale: 'en' };
  for (const somebody of [founder, helper]) await somebody.ask(`/profile set timezone:UTC locale:en`);
  await founder.ask(say('/coalition create', { name: 'Riverside', ...atHome }));
  await helper.ask(say('/coalition join', { sector: 'health', area: 'North side' }));
  await founder.ask(
    say('/task add', { title: 'Call the food bank', due: '2030-03-15 18:00', notes: 'Ask for Saturdays' }),
  );
  await helper.see(/T-1 · Call the food bank.*Status/);
  await allSaid();
  await helper.pressing('Take it');
  await allSaid();
  await founder.press('Due date');
  await founder.form();
  await founder.submit({ due: '2030-03-20' });
  await allSaid();
  await helper.ask(say('/task done', { task: 't1' }));
  await allSaid();
  await founder.ask(say('/task add', { title: 'Draw the flyer' }));
  await founder.see(/T-2 · Draw the flyer.*Status/);
  await allSaid();
  await founder.pressing('Drop…');
  await founder.pressing('Drop it');
  await allSaid();
  await founder.ask(say('/task reopen', { task: 'T-2' }));
  await allSaid();
  await helper.ask('/coalition leave');
  await allSaid();
}

describe('the same story', () => {
  it('leaves the same rows, told in Slack or in Discord', async (t) => {
    const log = createListeningLog();
    const slackTelling = await startTestConvener(t, { log });
    const maria = actor(slackTelling.slack, 'Maria');
    const sam = actor(slackTelling.slack, 'Sam');
    await tell(maria, sam, inSlack, () => untilAllSaid(slackTelling, log));

    const discordTelling = await startTestConvener(t, { log });
    const luz = actor(discordTelling.discord, 'Luz');
    const kai = actor(discordTelling.discord, 'Kai');
    await tell(luz, kai, inDiscord, () => untilAllSaid(discordTelling, log));

    const left = await dump(slackTelling, { 'Maria López': 'founder', 'Sam Rivera': 'helper' });
    assert.deepEqual(left, await dump(discordTelling, { 'Luz Herrera': 'founder', 'Kai Nakamura': 'helper' }));
    assert.deepEqual(
      left.tasks.map(({ status, version, finisher }) => ({ status, version, finisher })),
      [
        { status: 'done', version: 4, finisher: 'helper' },
        { status: 'open', version: 3, finisher: null },
      ],
    );
    assert.deepEqual(new Set(left.deliveries.map(({ status }) => status)), new Set(['sent']));
  });
});
