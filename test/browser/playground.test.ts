import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, openTestApi, type TestApi } from '../support/api.js';
import { insertLeads } from '../support/lead-rows.js';

const EXAMPLES = ['LeadsByDeadline', 'Live', 'Explain', 'LogActivity', 'PreviewPolicy'].map(
  (name) => expect.stringMatching(new RegExp(`^${name}`)),
);

/** A browser on a busy machine takes its time. */
const PATIENTLY = { timeout: 30_000 };

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

  async function runTab(name: string): Promise<void> {
    await page.getByRole('tab', { name }).click();
    // The editor takes over the text of the tab a moment later; until then the button runs that of the last one.
    await expect.poll(edited, PATIENTLY).toMatch(new RegExp(`^\\W*\\w+ ${name}\\b`));
    await execute().click();
  }

  const execute = () => page.getByRole('button', { name: /^Execute/ });

  /** Runs a tab until its result shows a text: a press while the tab is still being loaded is lost. */
  async function runUntilShown(name: string, text: string): Promise<void> {
    await runTab(name);
    const look = async () => {
      const seen = await shown();
      if (!seen.includes(text) && (await execute().isVisible())) await execute().click();
      return seen;
    };
    await expect.poll(look, { ...PATIENTLY, interval: 2_000 }).toContain(text);
  }

  /** The operation that the editor holds, without the lines of comment above it. */
  async function edited(): Promise<string> {
    const lines = await page.locator('.graphiql-query-editor .view-line').allTextContents();
    const text = lines.join('\n').replaceAll('\u00a0', ' ');
    return text.replaceAll(/^#.*\n/gm, '').trim();
  }

  /** What the result shows; the editor writes no plain spaces. */
  async function shown(): Promise<string> {
    const text = await page.locator('.result-window').textContent();
    return (text ?? '').replaceAll('\u00a0', ' ');
  }

  const tabs = () => page.getByRole('tab', { name: /./ }).allTextContents();
  const signedInAs = () => page.locator('#sign-in output').textContent();

  test('opens with the examples and nothing untitled', async () => {
    expect(await tabs()).toEqual(EXAMPLES);
  });

  test('runs its first example with a pasted token, and asks nobody else on the internet', async () => {
    await page.getByLabel('Token').fill(anna.token);
    const reloaded = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await reloaded;
    await page.getByRole('tab', { name: 'LeadsByDeadline' }).waitFor({ timeout: 30_000 });
    expect(await signedInAs()).toBe('signed in as Anna (REP)');
    await runUntilShown('LeadsByDeadline', 'Hotel 000');
    expect(foreign).toEqual([]);
  });

  test('keeps the token for all tabs and the next visit, with the same tabs and a lead to try them on', async () => {
    await page.reload();
    await page.getByRole('tab', { name: 'Explain' }).waitFor({ timeout: 30_000 });
    expect(await signedInAs()).toBe('signed in as Anna (REP)');
    expect(await tabs()).toEqual(EXAMPLES);
    await runUntilShown('Explain', '"state": "PROTECTED"');
  });

  test('needs nothing that its content security policy forbids', async () => {
    const response = await page.request.get(`${api.app.url}/graphql`, {
      headers: { accept: 'text/html' },
    });
    const policy = response.headers()['content-security-policy'];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/]+=' 'sha256-[\w+/]+='; worker-src blob:;/,
    );
    expect(forbidden).toEqual([]);
  });

  test('shows events live in its second', async () => {
    await runTab('Live');
    // What is pressed while the tab still turns is forgotten; whoever sees that nothing runs presses again.
    const follow = async () => {
      if (api.app.followers === 0 && (await execute().isVisible())) await execute().click();
      return api.app.followers;
    };
    await expect.poll(follow, { ...PATIENTLY, interval: 2_000 }).toBe(1);
    await api.query(
      anna,
      'mutation { registerLead(input: { companyName: "Hotel Live", city: "Ulm" }) { __typename } }',
    );
    await expect.poll(shown, PATIENTLY).toContain('Hotel Live');
  });
});
