import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, openTestApi, type TestApi } from '../support/api.js';
import { insertLeads } from '../support/lead-rows.js';

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing) console.warn(`The playground is not tried in a browser: there is no ${CHROMIUM}.`);

describe.skipIf(missing)('the playground in a browser', () => {
  let api: TestApi;
  let anna: ApiUser;
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];

  beforeAll(async () => {
    api = await openTestApi({ started: true });
    anna = await api.user('REP', { name: 'Anna' });
    await insertLeads(api.db, { ownerId: anna.id, count: 2, from: api.clock.now() });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('request', ({ url }) => {
      const address = url();
      if (/^https?:/.test(address) && !address.startsWith(api.app.url ?? '')) foreign.push(address);
    });
    await page.goto(`${api.app.url}/graphql`);
    await page.getByRole('tab', { name: 'LeadsByDeadline' }).waitFor({ timeout: 30_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await api?.[Symbol.asyncDispose]();
  });

  async function openTab(name: string): Promise<void> {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    const editor = page
      .locator('[data-name="headers"], .graphiql-editor-tool .monaco-editor')
      .last();
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(JSON.stringify({ Authorization: `Bearer ${anna.token}` }));
  }

  test('runs its first example with a pasted token, and asks nobody else on the internet', async () => {
    await openTab('LeadsByDeadline');
    await page.getByRole('button', { name: /^Execute/ }).click();
    await expect.poll(() => page.locator('.result-window').innerText()).toContain('Hotel 000');
    expect(foreign).toEqual([]);
  });

  test('shows events live in its third', async () => {
    await openTab('Live');
    await page.getByRole('button', { name: /^Execute/ }).click();
    await expect.poll(() => api.app.followers).toBe(1);
    await api.query(
      anna,
      'mutation { registerLead(input: { companyName: "Hotel Live", city: "Ulm" }) { __typename } }',
    );
    await expect.poll(() => page.locator('.result-window').innerText()).toContain('Hotel Live');
  });
});
