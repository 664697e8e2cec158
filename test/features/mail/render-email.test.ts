import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/domain/locales.js';
import { RenderError, renderEmail } from '../../../src/features/mail/render-email.js';
import {
  type RenderedTemplate,
  TEMPLATE_NAMES,
} from '../../../src/features/outbox/email-templates.js';

const SETTINGS = { timeZone: 'Europe/Berlin', publicUrl: 'https://leads.example.com' };
const LEAD_ID = '01a22d50-99e1-74d9-9711-7a67ed277d54';
const LEAD = { recipientName: 'Anna Müller', companyName: 'Hotel Adler', city: 'Husum' };

const HANDED_OVER = {
  recipientName: 'Anna Müller',
  by: 'Jörg Groß',
  reason: 'Elternzeit',
  leads: [
    { companyName: 'Hotel Adler', city: 'Husum', expiresAt: '2026-09-01T08:00:00.000Z' },
    { companyName: 'Kantine Nord', city: 'Kiel', expiresAt: null },
  ],
  others: 3,
};

const DATA: Record<RenderedTemplate, object> = {
  'progress-warning': {
    ...LEAD,
    progressDeadline: '2026-03-28T09:00:00.000Z',
    expiresAt: '2026-04-07T08:00:00.000Z',
  },
  'base-period-ending': { ...LEAD, baseEndsAt: '2026-09-01T08:00:00.000Z' },
  'protection-expired': { ...LEAD, reason: 'NO_PROGRESS', expiredAt: '2026-03-03T00:30:00.000Z' },
  'protection-expired-managers': {
    ...LEAD,
    ownerName: 'Jörg Groß',
    reason: 'BASE_PERIOD_ENDED',
    expiredAt: '2026-03-03T00:30:00.000Z',
  },
  'follow-up': { ...LEAD, dueAt: '2026-03-03T09:00:00.000Z', note: 'Küchenchef anrufen' },
  'extension-requested': {
    ...LEAD,
    requestedBy: 'Jörg Groß',
    months: 2,
    reason: 'Umbau bis Mai',
    baseEndsAt: '2026-09-01T08:00:00.000Z',
  },
  'extension-decided': { ...LEAD, approved: true, months: 1, note: 'Gern' },
  'warning-undeliverable': { ...LEAD, ownerName: 'Jörg Groß', cause: 'MAIL_DEAD' },
  'hold-ending': { ...LEAD, ownerName: 'Jörg Groß', endsBy: '2026-03-03T09:00:00.000Z' },
  'feedback-request': {
    recipientName: 'Frau Weiß',
    companyName: 'Hotel Adler',
    senderName: 'Anna Müller',
    link: 'https://leads.example.com/feedback/abc-_123',
    expiresAt: '2026-04-02T09:00:00.000Z',
    items: [{ name: 'Räucherlachs', quantity: 2 }],
  },
  'receipt-checkpoint': {
    recipientName: 'Anna Müller',
    size: 4711,
    note: 'leadwarden/receipts/1\n4711\nAAAA\n\n— leadwarden/receipts/1 BBBB\n',
    fingerprint: 'a1a1 b2b2',
    at: '2026-03-03T04:00:00.000Z',
  },
  'audit-checkpoint': {
    recipientName: 'Anna Müller',
    position: 4711,
    hash: 'a1'.repeat(32),
    at: '2026-03-03T04:00:00.000Z',
  },
  'grace-ending': { ...LEAD, ownerName: 'Jörg Groß', expiresAt: '2026-03-03T00:30:00.000Z' },
  'nightly-digest': {
    recipientName: 'Anna Müller',
    onBehalfOf: 'Jörg Groß',
    leads: [
      {
        template: 'progress-warning',
        ...LEAD,
        id: LEAD_ID,
        progressDeadline: '2026-03-28T09:00:00.000Z',
        expiresAt: '2026-04-07T08:00:00.000Z',
      },
      { template: 'base-period-ending', ...LEAD, baseEndsAt: '2026-09-01T08:00:00.000Z' },
      { template: 'grace-ending', ...LEAD, ownerName: 'Ines', expiresAt: '2026-04-07T08:00:00Z' },
      { template: 'hold-ending', ...LEAD, endsBy: '2026-03-09T08:00:00Z' },
      {
        template: 'protection-expired',
        ...LEAD,
        reason: 'NO_PROGRESS',
        expiredAt: '2026-03-01T23:00:00Z',
      },
      {
        template: 'protection-expired-managers',
        ...LEAD,
        ownerName: 'Ines',
        reason: 'BASE_PERIOD_ENDED',
        expiredAt: '2026-03-01T23:00:00Z',
      },
    ],
  },
  'leads-assigned': { ...HANDED_OVER },
  'leads-taken': { ...HANDED_OVER, how: 'REASSIGNED' },
};

function render(template: RenderedTemplate, locale: 'de' | 'en', changes: object = {}) {
  return renderEmail({ template, locale, data: { ...DATA[template], ...changes } }, SETTINGS);
}

describe('every template in every language', () => {
  const all = [...TEMPLATE_NAMES, 'nightly-digest' as const].flatMap((name) =>
    LOCALES.map((locale) => [name, locale] as const),
  );

  test.each(all)('%s in %s has a subject, a text and an HTML page', (name, locale) => {
    const { subject, text, html } = render(name, locale);
    expect(subject).toMatch(/\S.{10,}/);
    expect(text).toMatch(/^(Guten Tag|Hello) \S/);
    expect(html).toMatch(/^<!doctype html>\n<html lang="(de|en)">/);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|\[object|\{\{|Invalid/);
  });

  test.each(all)('%s in %s says in the text what it says in HTML', (name, locale) => {
    const { text, html } = render(name, locale);
    const words = (from: string) => new Set(from.toLowerCase().match(/[\p{L}\d]{4,}/gu));
    const page = html
      .replace(/[\s\S]*<\/h1>/, '')
      .replace(/<a href="([^"]+)"[^>]*>/g, '$1 ')
      .replace(/<[^>]+>/g, ' ');
    expect([...words(text)].filter((word) => !words(page).has(word))).toEqual([]);
  });
});

test('a warning in German gives the dates in the zone of the policy and names daylight saving', () => {
  expect(render('progress-warning', 'de').text).toBe(`Guten Tag Anna Müller,

zu Hotel Adler in Husum ist seit einiger Zeit kein Fortschritt eingetragen. Damit der Kundenschutz bestehen bleibt, tragen Sie bitte ein, was sich seither getan hat, zum Beispiel ein qualifiziertes Gespräch oder eine Reaktion des Kunden.

Firma: Hotel Adler
Ort: Husum
Frist für den Fortschritt: Samstag, 28. März 2026, 10:00 Uhr (MEZ)
Schutz endet ohne Fortschritt: Dienstag, 7. April 2026, 10:00 Uhr (MESZ)

Sobald ein Fortschritt eingetragen ist, beginnt die Frist von vorn. Bleibt er aus, endet der Kundenschutz, und der Lead steht wieder allen offen.

Freundliche Grüße
Leadwarden

https://leads.example.com
`);
});

/** To customers, to auditors, of leads that their reader sees no more. */
const WITHOUT_LINK: readonly string[] = [
  'feedback-request',
  'audit-checkpoint',
  'receipt-checkpoint',
  'leads-taken',
];

test.each(
  [...TEMPLATE_NAMES, 'nightly-digest' as const].flatMap((name) =>
    LOCALES.map((locale) => [name, locale] as const),
  ),
)('%s in %s links to its lead, if its reader sees it', (template, locale) => {
  const leads = [{ companyName: 'Hotel Adler', city: 'Husum', id: LEAD_ID }];
  const listed = template === 'leads-assigned' ? { leads } : {};
  const data = { ...DATA[template], ...listed };
  const email = { template, locale, data, leadId: LEAD_ID };
  const url = `https://leads.example.com/leads/${encodeURIComponent(btoa(`Lead:${LEAD_ID}`))}`;
  const { text, html } = renderEmail(email, SETTINGS);
  const links = !WITHOUT_LINK.includes(template);
  expect([text.includes(`${url}\n`), html.includes(`<a href="${url}">`)]).toEqual([links, links]);
  const nowhere = renderEmail(email, { ...SETTINGS, publicUrl: null });
  expect(`${nowhere.text}${nowhere.html}`).not.toContain('/leads/');
});

test('an instant shortly after midnight UTC falls on the local day', () => {
  const mail = render('protection-expired', 'en', { expiredAt: '2026-03-02T23:30:00.000Z' });
  expect(mail.text).toContain('Expired on: Tuesday, 3 March 2026, 00:30 (CET)');
});

test.each(LOCALES)('the checkpoint of the receipts keeps its lines in %s', (locale) => {
  const { note } = DATA['receipt-checkpoint'] as { note: string };
  const { text, html } = render('receipt-checkpoint', locale, {});
  expect(text).toContain(note);
  expect(html).toContain(note.trim());
});

test('a date that is not known yet is left out', () => {
  const { text, html } = render('progress-warning', 'en', { expiresAt: null });
  expect(text).not.toContain('Protection ends');
  expect(html).not.toContain('Protection ends');
});

test.each([
  ['de', 1, 'um 1 Monat zu verlängern'],
  ['de', 3, 'um 3 Monate zu verlängern'],
  ['en', 1, 'by 1 month has'],
] as const)('in %s months are counted: %i', (locale, months, expected) => {
  expect(render('extension-decided', locale, { months }).text).toContain(expected);
});

test('what people wrote is escaped in HTML and left as it is in the text', () => {
  const note = `<img src=x onerror="alert(1)"> & 'Söhne' {{companyName}}`;
  const { text, html } = render('follow-up', 'de', { note, companyName: 'A <b> & Co' });
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('&lt;img src&#x3D;x onerror&#x3D;&quot;alert(1)&quot;&gt; &amp;');
  expect(text).toContain(`Ihre Notiz: ${note}`);
  expect(text).toContain('Firma: A <b> & Co');
});

test('escaping in HTML does not depend on which part was rendered first', () => {
  render('follow-up', 'en');
  const { html } = render('extension-requested', 'en', { reason: '<script>' });
  expect(html).toContain('&lt;script&gt;');
});

test('a line break in a name cannot begin a header of its own', () => {
  const companyName = 'Adler\r\nBcc: everybody@example.com\u2028X\u0000';
  const { subject } = render('follow-up', 'en', { companyName });
  expect(subject).toBe('Follow-up: Adler Bcc: everybody@example.com X, Husum');
});

test('a link that is no web address is refused', () => {
  expect(() => render('feedback-request', 'de', { link: 'javascript:alert(1)' })).toThrow(
    RenderError,
  );
});

test('the error about missing data names the field and no value', () => {
  expect(() => render('follow-up', 'de', { dueAt: 'Anna tomorrow' })).toThrow(
    /^follow-up\.de cannot be rendered: dueAt: (?!.*Anna)/,
  );
});

test('an unknown template is refused with the known ones', () => {
  const email = { template: 'constructor', locale: 'de', data: {} };
  expect(() => renderEmail(email, SETTINGS)).toThrow(
    'There is no template "constructor", only progress-warning,',
  );
});
