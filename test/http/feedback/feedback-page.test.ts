import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { LeadwardenError } from '../../../src/domain/errors.js';
import { answerFeedback } from '../../../src/http/feedback/answer-feedback.js';
import { languageOf } from '../../../src/http/feedback/texts.js';
import type { Database } from '../../../src/platform/db/open.js';
import { createMemoryLimiter } from '../../../src/platform/limits/limiter-memory.js';
import { createThrottle } from '../../../src/platform/limits/throttle.js';
import { testApi } from '../../support/test-file.js';
import { openFeedbackLink } from './feedback-links.js';

const api = await testApi({ env: { RATE_LIMIT_GUESSES: '10', TRUST_PROXY: '1' } });

const NO_LIMITS = { address: 0, identity: 0, guesses: 0 };
const away = {
  transaction: () => Promise.reject(new LeadwardenError('UNAVAILABLE', 'away')),
} as unknown as Database;

// Buckets fill up again.
afterEach(() => void api.clock.advance({ minutes: 1 }));

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return api.app.fetch(new Request(`http://localhost${path}`, { headers }));
}

function post(path: string, fields: Record<string, string>, init: RequestInit = {}) {
  const body = new URLSearchParams(fields);
  const options = { method: 'POST', body, redirect: 'manual' as const, ...init };
  return api.app.fetch(new Request(`http://localhost${path}`, options));
}

describe('the page', () => {
  test('asks about each product, in the language of the browser, without scripts and without being kept', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const response = await get(path, { 'accept-language': 'en-GB,en;q=0.9,de;q=0.8' });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      ),
    });
    const html = await response.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('1 × Lachs');
    expect(html).toContain(`name="outcome-${lead.item}"`);
    expect(html).not.toMatch(/<script|style=|onload/);
    expect(await (await get(path)).text()).toContain('Wie war unser Muster?');
  });

  test.each([
    [null, 'de'],
    ['en', 'en'],
    ['de-AT,en;q=0.5', 'de'],
    ['fr, en;q=0.7, de;q=0.8', 'de'],
    ['en;q=0, fr', 'de'],
    ['*', 'de'],
    [';;;q=x,,', 'de'],
  ])('for a browser that asks for %s speaks %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });

  test('takes the feedback once, and leads to a page that can be loaded again', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const sent = {
      [`outcome-${lead.item}`]: 'MIXED',
      [`rating-${lead.item}`]: '4',
      [`comment-${lead.item}`]: 'etwas <b>salzig</b>',
      name: 'Erika',
    };
    const response = await post(path, sent);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/feedback/thanks']);
    expect(await (await get('/feedback/thanks')).text()).toContain('Vielen Dank!');
    expect(
      await api.db.prisma.sample.findUniqueOrThrow({
        where: { id: lead.sample },
        include: { items: true },
      }),
    ).toMatchObject({
      status: 'FEEDBACK_RECEIVED',
      feedbackName: 'Erika',
      items: [{ outcome: 'MIXED', rating: 4, comment: 'etwas <b>salzig</b>' }],
    });
    expect((await post(path, sent)).status, 'from another browser').toBe(404);
  });

  test('shows again, escaped, what was sent when it could not be taken', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const evil = '</textarea><script>alert(1)</script>';
    const none = await post(path, { [`comment-${lead.item}`]: evil, name: '"><img src=x>' });
    const html = await none.text();
    expect(none.status).toBe(422);
    expect(html).toContain('Bitte sagen Sie uns zu mindestens einem Produkt');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
    const long = await post(path, {
      [`outcome-${lead.item}`]: 'FAIL',
      [`comment-${lead.item}`]: 'x'.repeat(2001),
    });
    expect([long.status, await long.text()]).toEqual([
      422,
      expect.stringContaining('value="FAIL" checked'),
    ]);
    const made = await post(path, { [`outcome-${lead.item}`]: 'GREAT' });
    expect(made.status).toBe(422);
    const json = await post(
      path,
      {},
      { body: '{}', headers: { 'content-type': 'application/json' } },
    );
    expect(json.status).toBe(413);
    const huge = await post(path, { name: 'x'.repeat(600_000) });
    expect(huge.status).toBe(413);
    expect(api.logged).toEqual([]);
  });

  test('thanks the same browser again: after a double tap, a reload, and by the link', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const opened = await get(path);
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const sent = { [`outcome-${lead.item}`]: 'SUCCESS' };
    const answers = await Promise.all([1, 2].map(() => post(path, sent, { headers: { cookie } })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await post(path, sent, { headers: { cookie } })).status).toBe(303);
    const again = await get(path, { cookie });
    expect([again.status, await again.text()]).toEqual([
      200,
      expect.stringContaining('Ihre Rückmeldung ist bei uns angekommen'),
    ]);
    expect((await get(path)).status, 'another browser').toBe(404);
  });

  test('knows a browser without cookies by its form', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const [, browser = ''] =
      /name="browser" value="([^"]+)"/.exec(await (await get(path)).text()) ?? [];
    const sent = { [`outcome-${lead.item}`]: 'SUCCESS', browser };
    expect((await post(path, sent)).status).toBe(303);
    expect((await post(path, sent)).status).toBe(303);
  });

  test('takes 2,000 characters with line breaks as browsers count and send them', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const comment = 'Zeile eins\n'.repeat(181) + 'x'.repeat(9);
    const response = await post(path, {
      [`outcome-${lead.item}`]: 'SUCCESS',
      [`comment-${lead.item}`]: comment.replaceAll('\n', '\r\n'),
    });
    expect(response.status).toBe(303);
    const { comment: stored } = await api.db.prisma.sampleItem.findUniqueOrThrow({
      where: { id: lead.item },
    });
    expect(stored).toBe(comment);
  });

  test.each([
    [
      'encoded',
      (path: string) => path.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
    ],
    ['with a slash', (path: string) => `${path}/`],
    ['with the end of a sentence', (path: string) => `${path}.`],
  ])('is found by an address that comes %s', async (_how, changed) => {
    const { path } = await openFeedbackLink(api);
    expect((await get(changed(path))).status).toBe(200);
  });

  test('says who asks, and links what the settings name', async () => {
    const settings = {
      'company.name': 'Muster Feinkost <GmbH>',
      'company.imprintUrl': 'https://www.example.com/impressum',
      'company.privacyUrl': 'https://www.example.com/datenschutz',
    };
    await api.db.prisma.setting.createMany({
      data: Object.entries(settings).map(([key, value]) => ({ key, value })),
    });
    const html = await (await get((await openFeedbackLink(api)).path)).text();
    await api.db.prisma.setting.deleteMany();
    expect(html).toContain('Es fragt: Muster Feinkost &lt;GmbH&gt;');
    expect(html).toContain(
      '<a href="https://www.example.com/impressum" rel="noreferrer">Impressum</a>',
    );
    expect(html).toContain(
      '<a href="https://www.example.com/datenschutz" rel="noreferrer">Datenschutz</a>',
    );
  });

  test('keeps what was written while the database is away', async () => {
    const { path, lead } = await openFeedbackLink(api);
    const answer = answerFeedback({
      db: away,
      clock: api.clock.now,
      https: true,
      log: pino({ level: 'silent' }),
      throttle: createThrottle(createMemoryLimiter({ clock: api.clock.now }), NO_LIMITS),
    });
    const body = new URLSearchParams({ [`comment-${lead.item}`]: 'Der "Lachs" war <gut>' });
    const url = `http://localhost${path}`;
    const caller = { address: '203.0.113.1', cut: null };
    const opened = await answer(new Request(url), caller);
    expect([opened.status, opened.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await opened.text()).not.toContain('Dieser Link gilt nicht');
    const response = await answer(new Request(url, { method: 'POST', body }), caller);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    const html = await response.text();
    expect(html).toContain('Im Moment nicht erreichbar');
    expect(html).toContain('value="Der &quot;Lachs&quot; war &lt;gut&gt;"');
  });

  test('is for GET, HEAD and POST', async () => {
    const response = await post('/feedback/x', {}, { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

test('links that are unknown, used or expired cannot be told apart, nor by the statements behind the answer', async () => {
  const used = await openFeedbackLink(api);
  await post(used.path, { [`outcome-${used.lead.item}`]: 'SUCCESS' });
  const expired = await openFeedbackLink(api);
  await api.db.prisma.sample.update({
    where: { id: expired.lead.sample },
    data: { feedbackTokenExpiresAt: api.clock.now() },
  });
  const answers = [];
  for (const path of ['/feedback/unknown', used.path, expired.path]) {
    for (const method of ['GET', 'POST']) {
      const statements: string[] = [];
      const stop = api.db.onQuery((sql) => void statements.push(sql));
      const response = await (method === 'GET' ? get(path) : post(path, { name: 'x' }));
      stop();
      const headers = Object.fromEntries(response.headers);
      delete headers['x-request-id'];
      answers.push({ status: response.status, headers, body: await response.text(), statements });
    }
  }
  expect(answers[0]?.status).toBe(404);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('guessing links ends with 429; who has a good one goes on, also behind the same address', async () => {
  const { path } = await openFeedbackLink(api);
  const from = { 'x-forwarded-for': '203.0.113.7' };
  for (let n = 0; n < 10; n++) expect((await get(`/feedback/guess${n}`, from)).status).toBe(404);
  const refused = await get('/feedback/guess', from);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('6');
  expect(await refused.text()).toContain('zu viele Anfragen');
  for (let n = 0; n < 20; n++) expect((await get(path, from)).status).toBe(200);
});
