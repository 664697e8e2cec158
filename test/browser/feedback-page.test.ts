import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFeedbackLink } from '../http/feedback/feedback-links.js';
import { openTestApi, type TestApi } from '../support/api.js';

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing) console.warn(`The feedback page is not tried in a browser: there is no ${CHROMIUM}.`);

describe.skipIf(missing)('the feedback page on a phone', () => {
  let api: TestApi;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    api = await openTestApi({ started: true });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    await api?.[Symbol.asyncDispose]();
  });

  async function openPage(path: string, locale: string): Promise<Page> {
    const context = await browser.newContext({
      locale,
      viewport: { width: 360, height: 640 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${api.app.url}${path}`);
    return page;
  }

  test.each([
    ['de-DE', 'Gut', '5 Sterne', 'Absenden', 'Vielen Dank!', 'Dieser Link gilt nicht'],
    ['en-US', 'Good', '5 stars', 'Send', 'Thank you!', 'This link is not valid'],
  ])('takes feedback in %s without JavaScript, once', async (locale, good, five, send, thanks, gone) => {
    const { path, lead } = await openFeedbackLink(api);
    const page = await openPage(path, locale);
    const wide = await page.locator('main').evaluate((main) => main.scrollWidth > 360);
    expect(wide, 'nothing to scroll sideways').toBe(false);
    await page.getByLabel(good, { exact: true }).check();
    await page.getByRole('radio', { name: five }).check();
    await page.getByRole('textbox').first().fill('Sehr gut, "gerne" wieder & mehr');
    await page.getByRole('button', { name: send }).click();
    await page.getByRole('heading', { name: thanks }).waitFor();
    expect(
      await api.db.prisma.sampleItem.findUniqueOrThrow({ where: { id: lead.item } }),
    ).toMatchObject({ outcome: 'SUCCESS', rating: 5, comment: 'Sehr gut, "gerne" wieder & mehr' });
    await page.goBack();
    await page.getByRole('heading', { name: thanks }).waitFor();
    await page.goto(`${api.app.url}${path}`);
    await page.getByRole('heading', { name: thanks }).waitFor();
    const another = await openPage(path, locale);
    await another.getByRole('heading', { name: gone }).waitFor();
    // The style is let through by its hash: a button that was not styled is not green.
    const other = await openPage((await openFeedbackLink(api)).path, locale);
    const green = await other
      .getByRole('button')
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(green).toBe('rgb(20, 83, 45)');
    expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  });
});
