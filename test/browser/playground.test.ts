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
  const forbidden: string[] = [];

  beforeAll(async () => {
    api = await openTestApi({ started: true });
    anna = await api.user('REP', { name: 'Anna' });
    await insertLeads(api.db, { ownerId: anna.id, count: 2, from: api.clock.now() });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('request', (request) => {
      const address = request.url();
      if (/^https?:/.test(address) && !address.startsWith(api.app.url ?? '')) foreign.push(address);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) forbidden.push(message.text());
    });
    await page.goto(`${api.app.url}/graphql`);
    await page.getByRole('tab', { name: 'LeadsByDeadline' }).waitFor({ timeout: 30_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await api?.[Symbol.asyncDispose]();
  });

  /** Opens a tab and pastes the headers over the placeholder. */
  async function openTab(name: string): Promise<void> {
    await page.getByRole('tab', { name }).click();
    const headers = page.locator('.graphiql-editor-tool .monaco-editor').last();
    await headers.locator('.view-line').nth(1).click();
    await page.keyboard.press('Control+A');
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const paste = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        });
        document.activeElement?.dispatchEvent(paste);
      },
      JSON.stringify({ Authorization: `Bearer ${anna.token}` }),
    );
  }

  /** What the result shows; the editor writes no plain spaces. */
  async function shown(): Promise<string> {
    const text = await page.locator('.result-window').textContent();
    return (text ?? '').replaceAll('\u00a0', ' ');
  }

  test('runs its first example with a pasted token, and asks nobody else on the internet', async () => {
    await openTab('LeadsByDeadline');
    await page.getByRole('button', { name: /^Execute/ }).click();
    await expect.poll(shown).toContain('Hotel 000');
    expect(foreign).toEqual([]);
  });

  test('needs nothing that its content security policy forbids', async () => {
    const response = await page.request.get(`${api.app.url}/graphql`, {
      headers: { accept: 'text/html' },
    });
    const policy = response.headers()['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]+='; worker-src blob:;/);
    expect(forbidden).toEqual([]);
  });

  test('shows events live in its third', async () => {
    await openTab('Live');
    await page.getByRole('button', { name: /^Execute/ }).click();
    await expect.poll(() => api.app.followers).toBe(1);
    await api.query(
      anna,
      'mutation { registerLead(input: { companyName: "Hotel Live", city: "Ulm" }) { __typename } }',
    );
    await expect.poll(shown).toContain('Hotel Live');
  });
});
