import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { startTestConvener } from '../support/convener.ts';
import { openBrowser, openPage } from './browser.ts';

/** The page of a bot that really runs, in a real browser. */
async function openSandbox(t: TestContext, browser: Browser, options: Parameters<typeof openPage>[3] = {}) {
  const convener = await startTestConvener(t);
  const { page, complaints } = await openPage(t, browser, `http://localhost:${convener.port}/`, options);
  const slack = page.getByRole('region', { name: 'Slack', exact: true });
  const discord = page.getByRole('region', { name: 'Discord', exact: true });
  await slack.getByRole('combobox').last().waitFor();
  await discord.getByRole('combobox').last().waitFor();
  return { page, complaints, slack, discord };
}

/** The line to type in. (Who one is, is chosen in the first box.) */
const lineOf = (pane: Locator) => pane.locator('input[role=combobox]');

/** Takes so many steps of the guide: a coalition is made in Slack, invites, is linked in Discord, and has a task. */
async function takeSteps(page: Page, slack: Locator, discord: Locator, count: 1 | 3 | 4) {
  const seen = [
    slack.getByText('Riverside Tenants').first(),
    slack.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).first(),
    discord.getByText('Riverside Tenants').first(),
    discord.getByText('T-1 · Call the food bank'),
  ];
  for (const [step, sign] of seen.slice(0, count).entries()) {
    await page.getByRole('list').first().getByRole('button').nth(step).click();
    await page.keyboard.press('Enter');
    await sign.waitFor();
  }
}

describe("the sandbox's page in a browser", () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  it('leads from nothing to a task that is added in Slack and finished in Discord', async (t) => {
    const { page, complaints, slack, discord } = await openSandbox(t, browser);
    await takeSteps(page, slack, discord, 4);
    const cardId = await slack
      .getByRole('article')
      .filter({ hasText: 'T-1 · Call' })
      .last()
      .getAttribute('data-message');
    const card = slack.locator(`[data-message="${cardId}"]`);
    await card.getByRole('button', { name: /^(?:Done|Hecha)$/ }).waitFor();

    await discord.getByRole('button', { name: /^(?:Done|Hecha)$/ }).click();

    await card.getByRole('button', { name: /^(?:Reopen|Reabrir)$/ }).waitFor();
    assert.equal(await card.getByRole('button', { name: /^(?:Done|Hecha)$/ }).count(), 0);
    assert.deepEqual(complaints, []);
  });

  it('shows in Slack who said yes to a conversation in Discord, and in Discord who did in Slack', async (t) => {
    const { page, complaints, slack, discord } = await openSandbox(t, browser);
    await takeSteps(page, slack, discord, 3);
    await lineOf(slack).fill('/convene new Listening circle when:in 3 days 18:00 capacity:2');
    await lineOf(slack).press('Escape');
    await lineOf(slack).press('Enter');
    const yes = (side: Locator) => side.getByRole('button', { name: /^(?:Yes|Sí)$/ });
    await yes(slack).waitFor();

    await yes(discord).click();

    const cardThatSays = (side: Locator, seats: RegExp) =>
      side
        .getByRole('article')
        .filter({ has: page.getByRole('button', { name: /^(?:Yes|Sí)$/ }) })
        .filter({ hasText: seats });
    await cardThatSays(slack, /1 of 2 free|1 libre de 2/).waitFor();
    await yes(slack).click();
    await cardThatSays(discord, /(?:Seats|Plazas): (?:full|completo)/).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('shows a private answer to nobody else', async (t) => {
    const { slack } = await openSandbox(t, browser);
    await lineOf(slack).fill('/convener help');
    await lineOf(slack).press('Enter');
    const answer = slack.getByRole('article');
    await answer.getByText(/Only you can see this|Solo tú puedes ver esto/).waitFor();
    const person = slack.getByRole('combobox').first();
    const asked = await person.inputValue();
    await person.selectOption({ index: 1 });
    await answer.waitFor({ state: 'detached' });
    await person.selectOption(asked);
    await answer.waitFor();
  });

  it('completes what two commands begin with by keys alone to the one that is chosen, and sends it', async (t) => {
    const { page, slack } = await openSandbox(t, browser);
    const line = lineOf(slack);
    const options = slack.getByRole('listbox').getByRole('option');
    await line.pressSequentially('/conv');
    await options.nth(1).waitFor();
    const offered = (await options.allTextContents()).map((words) => /^\S+/.exec(words)?.[0]);
    assert.deepEqual(offered.toSorted(), ['/convene', '/convener']);
    assert.equal(await line.getAttribute('aria-expanded'), 'true');
    assert.equal(await line.getAttribute('aria-activedescendant'), null);
    for (let down = 0; down <= offered.indexOf('/convener'); down++) await line.press('ArrowDown');
    const marked = await line.getAttribute('aria-activedescendant');
    const chosen = slack.getByRole('listbox').getByRole('option', { selected: true });
    assert.equal(await chosen.getAttribute('id'), marked);
    assert.match((await chosen.textContent()) ?? '', /^\/convener\b/);
    await line.press('Enter');
    assert.equal(await line.inputValue(), '/convener ');
    await line.pressSequentially('about');
    await line.press('Escape');
    await line.press('Enter');
    await slack.getByRole('article').waitFor();
    assert.equal(await line.inputValue(), '');
    assert.ok(await line.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('ArrowUp');
    assert.equal(await line.inputValue(), '/convener about');

    await line.fill('/conv');
    await options.nth(1).waitFor();
    for (let down = 0; down <= offered.indexOf('/convene'); down++) await line.press('ArrowDown');
    await line.press('Tab');
    assert.equal(await line.inputValue(), '/convene ');
  });

  it('opens a form in one pane, leaves the other at hand, and gives the focus back', async (t) => {
    const { page, slack, discord } = await openSandbox(t, browser);
    await takeSteps(page, slack, discord, 1);
    await lineOf(slack).fill('/task add');
    await lineOf(slack).press('Enter');
    const form = slack.getByRole('dialog');
    await form.waitFor();
    const title = form.getByRole('textbox').first();
    assert.ok(await title.evaluate((element) => element === document.activeElement));
    await lineOf(discord).fill('still here');
    await title.press('Escape');
    await form.waitFor({ state: 'detached' });
    assert.ok(await lineOf(slack).evaluate((element) => element === document.activeElement));

    await lineOf(slack).fill('/task add');
    await lineOf(slack).press('Enter');
    await title.fill('Print the flyers');
    await form.getByRole('textbox').nth(1).fill('the day after never');
    await title.press('Enter');
    await form.getByRole('alert').waitFor();
    assert.equal(await title.inputValue(), 'Print the flyers');
    await form.getByRole('textbox').nth(1).fill('');
    await title.press('Enter');
    await form.waitFor({ state: 'detached' });
    await slack.getByText('Print the flyers').first().waitFor();
  });

  it('keeps long words and long choices within their pane', async (t) => {
    const { page, slack, discord } = await openSandbox(t, browser);
    await takeSteps(page, slack, discord, 3);
    const title = `${'Ask everybody who came last time '.repeat(3)}${'Donaudampfschifffahrt'.repeat(4)}`;
    await lineOf(slack).fill(`/task add ${title}`);
    await lineOf(slack).press('Enter');
    await discord.getByText(title).first().waitFor();
    for (const side of [slack, discord]) {
      await lineOf(side).fill('/task list');
      await lineOf(side).press('Escape');
      await lineOf(side).press('Enter');
      await side.getByRole('combobox', { name: 'Show a task' }).waitFor();
    }
    assert.deepEqual(await page.evaluate(findBeyondTheirPane), []);
  });

  it('moves the clock and puts it back', async (t) => {
    const { page } = await openSandbox(t, browser, { timezoneId: 'America/New_York' });
    const clock = page.getByRole('region', { name: 'Time in the sandbox' });
    await clock.getByRole('button', { name: 'Tomorrow 9:00' }).click();
    await clock.getByText(/09:00 AM/).waitFor();
    await clock.getByRole('button', { name: 'Now' }).click();
    await clock.locator('button:disabled').waitFor();
  });

  for (const locale of ['en-US', 'es-ES']) {
    for (const width of [1280, 390]) {
      it(`has room for all its words at ${width} pixels in ${locale}`, async (t) => {
        const { page } = await openSandbox(t, browser, { locale, viewport: { width, height: 800 } });
        assert.deepEqual(await page.evaluate(findOverflowing), []);
      });
    }
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible in ${colorScheme} colours, with messages, suggestions and a form`, async (t) => {
      const { page, slack, discord } = await openSandbox(t, browser, { colorScheme, reducedMotion: 'reduce' });
      await takeSteps(page, slack, discord, 4);
      await lineOf(discord).fill('/');
      await discord.getByRole('listbox').getByRole('option').first().waitFor();
      assert.deepEqual(await findBarriers(page), []);
      await lineOf(slack).fill('/task add');
      await lineOf(slack).press('Enter');
      await slack.getByRole('dialog').waitFor();
      assert.deepEqual(await findBarriers(page), []);
    });
  }
});

/** What axe finds wrong with the page as it stands. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Runs in the browser: the words that reach beyond their own box or the window. */
function findOverflowing(): string[] {
  const spoken = [...document.querySelectorAll('button, p, h1, h2, h3, li, a, label, time')];
  return spoken
    .filter((element) => element.closest('.skips') === null && element.getClientRects().length > 0)
    .filter((element) => {
      const beyond = element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
      return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline'
        ? true
        : beyond;
    })
    .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
}

/** Runs in the browser: what reaches beyond the list of messages it stands in. */
function findBeyondTheirPane(): string[] {
  return [...document.querySelectorAll('[role=log]')].flatMap((log) => {
    const { right } = log.getBoundingClientRect();
    const inside = [...log.querySelectorAll('*')].filter((element) => element.getClientRects().length > 0);
    return inside
      .filter((element) => element.getBoundingClientRect().right > right + 1)
      .map((element) => `${element.tagName} ${element.className}`);
  });
}
