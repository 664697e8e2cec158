import { request } from 'node:http';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { parseRow } from '../../../src/features/imports/parse-row.js';
import { readCsv } from '../../../src/features/imports/read-csv.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { newId } from '../../../src/platform/db/ids.js';
import { outcome, worker } from '../../features/imports/importing.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });
let anna: ApiUser;
let bert: ApiUser;
let manager: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  bert = await api.user('REP', { name: 'Bert' });
  manager = await api.user('MANAGER', { name: 'Maria' });
});

interface Asking {
  readonly filter?: unknown;
  readonly orderBy?: unknown;
  readonly language?: string;
}

function ask(as: ApiUser | null, query: Asking | string = {}, init: RequestInit = {}) {
  const params = new URLSearchParams();
  if (typeof query !== 'string') {
    for (const [name, value] of Object.entries(query)) {
      params.set(name, name === 'language' ? String(value) : JSON.stringify(value));
    }
  }
  const search = typeof query === 'string' ? query : params.toString();
  return api.app.fetch(
    new Request(`http://localhost/exports/leads.csv?${search}`, {
      ...init,
      headers: as ? { authorization: `Bearer ${as.token}` } : {},
    }),
  );
}

/** The rows of the file as objects. */
async function rowsFor(as: ApiUser, query: Asking = {}): Promise<Record<string, string>[]> {
  const response = await ask(as, query);
  expect(response.status).toBe(200);
  return parse(await response.text(), {
    bom: true,
    columns: true,
    delimiter: query.language === 'de' ? ';' : ',',
  });
}

function register(as: ApiUser, lead: Omit<Parameters<typeof registerLead>[1], 'city'>) {
  const actor = { ...as, role: 'REP', name: 'x', territory: null, scopes: null } as const;
  return registerLead(contextFor(api.db, actor, api.clock.now()), { city: 'Ulm', ...lead });
}

const FORMULA = '=HYPERLINK("https://evil.example";"Hotel")';

describe('the file', () => {
  test('is UTF-8 with BOM, has a row of names, and shows what the API shows', async () => {
    const agent = await api.user('REP', { name: 'Nina' });
    const { leadId } = await register(agent, {
      companyName: 'Hotel „Zur Post“, Nebenhaus',
      postalCode: '01067',
      businessType: 'HOTEL',
      contacts: [{ name: 'Jürgen Groß', email: 'jg@post.example', phone: '+49 731 123456' }],
      website: 'post.example',
      source: 'Messe',
      estimatedVolume: '12500.50',
      notes: 'erste Zeile\nzweite "Zeile"',
      tags: ['neu', 'warm'],
    });
    const response = await ask(agent);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="leads-2026-03-01.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(parse(bytes, { bom: true, columns: true })).toEqual([
      {
        Company: 'Hotel „Zur Post“, Nebenhaus',
        'Postal code': '01067',
        City: 'Ulm',
        Country: 'DE',
        'Business type': 'HOTEL',
        'Contact person': 'Jürgen Groß',
        Email: 'jg@post.example',
        Phone: "'+49 731 123456",
        Website: 'post.example',
        Source: 'Messe',
        'Registered at': '2026-03-01T09:00:00.000Z',
        'Expected volume': '12500.5',
        Notes: 'erste Zeile\nzweite "Zeile"',
        Currency: 'EUR',
        'VAT id': '',
        Tags: 'neu, warm',
        Stage: 'QUALIFIED',
        Status: 'ACTIVE',
        Owner: 'Nina',
        Territory: '',
        Protection: 'PROTECTED',
        'Progress due': '2026-04-30T08:00:00.000Z',
        Expires: '2026-09-01T08:00:00.000Z',
        'Lead id': globalId('Lead', leadId),
      },
    ]);
    const [german] = await rowsFor(agent, { language: 'de' });
    expect(german).toMatchObject({ Firma: 'Hotel „Zur Post“, Nebenhaus', PLZ: '01067' });
    expect(german?.['Erwarteter Umsatz']).toBe('12500,5');
  });

  test('computes nothing in a spreadsheet, whatever stands in a lead', async () => {
    const agent = await api.user('REP', { name: 'Otto' });
    await register(agent, {
      companyName: FORMULA,
      contacts: [{ name: '@SUM(1+1)*cmd|x', email: 'x@formula.example' }],
      source: '-1+1',
      notes: '\t=1+1',
      tags: ['=1'],
    });
    const text = await (await ask(agent)).text();
    const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ Company: `'${FORMULA}`, Source: "'-1+1", Tags: "'=1" });
    expect(Object.values(row ?? {}).filter((value) => /^\s*[=+\-@]/.test(value))).toEqual([]);
    // Each field is quoted: nothing in a text begins a cell of its own.
    expect(text).toMatch(/^("([^"]|"")*"|)(,("([^"]|"")*"|))*\r\n/);
  });

  test('of nothing has its row of names alone', async () => {
    const agent = await api.user('REP', { name: 'Nobody' });
    expect((await (await ask(agent)).text()).split('\r\n')).toEqual([
      expect.stringMatching(/^"Company","Postal code"/),
      '',
    ]);
  });
});

describe('filter and order are those of `leads`', () => {
  test('also over many pages, each lead once and in order', async () => {
    const agent = await api.user('REP', { name: 'Many' });
    await insertLeads(api.db, {
      ownerId: agent.id,
      count: 257,
      from: new Date('2024-01-01T08:00:00Z'),
      lead: (n) => ({ source: n % 2 ? 'Messe' : 'Web', ...(n % 3 ? {} : { expiresAt: null }) }),
    });
    const orderBy = { field: 'EXPIRES_AT', direction: 'DESC' };
    const rows = await rowsFor(agent, { filter: { source: 'Messe' }, orderBy });
    expect(rows).toHaveLength(128);
    expect(new Set(rows.map((row) => row['Lead id'])).size).toBe(128);
    const all = await rowsFor(agent);
    expect(all.map(({ Company }) => Company)).toEqual(
      Array.from({ length: 257 }, (_, n) => `Hotel ${String(256 - n).padStart(3, '0')}`),
    );
  });

  test('and of another agent there is nothing, whatever is asked for', async () => {
    const { leadId } = await register(anna, { companyName: 'Kantine Geheim' });
    expect(await rowsFor(bert, { filter: { search: 'Geheim' } })).toEqual([]);
    expect(await rowsFor(bert, { filter: { ownerId: globalId('User', anna.id) } })).toEqual([]);
    const seen = await rowsFor(manager, { filter: { search: 'Geheim' } });
    expect(seen.map((row) => row['Lead id'])).toEqual([globalId('Lead', leadId)]);
  });

  test.each<[string, Asking | string, string]>([
    ['a filter that is no JSON', 'filter={city', 'filter: is no JSON'],
    ['a field that does not exist', { filter: { town: 'Ulm' } }, 'Field "town" is not defined'],
    [
      'a value that does not exist',
      { filter: { status: ['ACTIV'] } },
      'does not exist in "LeadStatus"',
    ],
    [
      'an order that does not exist',
      { orderBy: { field: 'PRICE' } },
      'does not exist in "LeadOrderField"',
    ],
    ['an id that is none', { filter: { ownerId: 'abc' } }, '"abc" is no global id'],
    [
      'a language that nobody writes',
      { language: 'fr' },
      'language: "fr" given, allowed is en or de',
    ],
    ['a parameter mistyped', 'filtr={}', 'filtr: is no parameter, allowed are filter, orderBy'],
  ])('%s is refused before anything is sent', async (_what, query, message) => {
    const response = await ask(anna, query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining(message),
    });
  });
});

describe('who asks', () => {
  test.each([
    ['nobody', null],
    ['with a token that does not count', { token: 'abc' } as ApiUser],
  ])('%s gets 401', async (_who, as) => {
    const response = await ask(as);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  });

  test('a wallboard gets 403, and a program only with the scope', async () => {
    const wall = await api.user('WALLBOARD', { name: 'Wall' });
    expect((await ask(wall)).status).toBe(403);
    const program = await api.user('SERVICE', { name: 'Program' });
    expect((await ask(program, 'language=en')).status).toBe(200);
    await api.db.prisma.apiToken.updateMany({
      where: { userId: program.id },
      data: { scopes: ['read'] },
    });
    const refused = await ask(program);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { detail: expect.stringContaining('The token may not exportLeads') },
    ]);
  });

  test('HEAD tells what would come, other methods what is allowed', async () => {
    const head = await ask(anna, {}, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'text/csv; charset=utf-8',
      '',
    ]);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await ask(anna, {}, { method });
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('is in the audit trail, an auditor too, without the values of the filter', async () => {
    const auditor = await api.user('AUDITOR', { name: 'Audit' });
    const before = await api.db.prisma.auditEntry.count({ where: { action: 'exportLeads' } });
    await ask(auditor, {}, { method: 'HEAD' });
    await ask(auditor, { filter: { town: 1 } });
    await ask(auditor, { filter: { search: 'erika@kantine.example' }, language: 'de' });
    const entries = await api.db.prisma.auditEntry.findMany({
      where: { action: 'exportLeads' },
      orderBy: { id: 'asc' },
    });
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({
      actorId: auditor.id,
      entity: 'Export',
      leadId: null,
      after: { filteredBy: ['search'], ordered: false, language: 'de' },
    });
  });
});

describe('while it is read', () => {
  let agent: ApiUser;
  beforeAll(async () => {
    agent = await api.user('REP', { name: 'Slow' });
    const options = { ownerId: agent.id, count: 350, from: new Date('2024-01-01T08:00:00Z') };
    await insertLeads(api.db, options);
  });

  test('no page is read before somebody takes it, and none when nobody does', async () => {
    let pages = 0;
    const stop = api.db.onQuery((sql) => {
      if (/FROM lead t1/.test(sql)) pages += 1;
    });
    const { body } = await ask(agent);
    const reader = body?.getReader();
    expect(pages).toBe(1);
    // The row of names, and the page that was looked at already.
    await reader?.read();
    await reader?.read();
    expect(pages).toBe(1);
    await reader?.read();
    expect(pages).toBe(2);
    await reader?.cancel();
    stop();
    expect(pages).toBe(2);
  });

  test('it breaks off, instead of ending early, when the session ends', async () => {
    const { body } = await ask(agent);
    const reader = body?.getReader();
    for (let n = 0; n < 2; n++) await reader?.read();
    await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: false } });
    try {
      await expect(reader?.read()).rejects.toThrow('The token counts no longer.');
    } finally {
      await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: true } });
    }
  });

  test('over a connection as well: it is cut, so that half a file is not taken for a whole one', async () => {
    await api.db.prisma
      .$executeRaw`UPDATE lead SET notes = repeat('x', 5000) WHERE owner_id = ${agent.id}::uuid`;
    const ended = await new Promise((resolve, reject) => {
      const asked = request(
        `${api.app.url}/exports/leads.csv`,
        { headers: { authorization: `Bearer ${agent.token}` } },
        (response) => {
          response.once('data', async () => {
            response.pause();
            await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: false } });
            response.resume();
          });
          response.on('end', () => resolve('ended')).on('error', () => resolve('cut'));
        },
      );
      asked.on('error', reject).end();
    });
    await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: true } });
    expect(ended).toBe('cut');
  });
});

describe('in German', () => {
  test('dates are local as a German spreadsheet reads them, and codes have German names', async () => {
    const agent = await api.user('REP', { name: 'Lokal' });
    await register(agent, { companyName: 'Mensa Lokal', businessType: 'CANTEEN' });
    const [row] = await rowsFor(agent, { language: 'de' });
    expect(row).toMatchObject({
      Branche: 'Kantine',
      'Registriert am': '01.03.2026 10:00:00',
      Währung: 'EUR',
      Stufe: 'Vorregistrierung',
      Status: 'Aktiv',
      Schutz: 'Geschützt',
      'Fortschritt fällig': '30.04.2026 10:00:00',
      'Läuft ab': '01.09.2026 10:00:00',
    });
    expect(JSON.stringify(row)).not.toMatch(/\d\dT\d\d:|ACTIVE|PROTECTED|CANTEEN/);
  });
});

describe('imported again', () => {
  test.each([
    'en',
    'de',
  ])('every row is a duplicate, and its values are those of the lead (%s)', async (language) => {
    const agent = await api.user('REP', { name: `Again${language}` });
    await register(agent, {
      companyName: language === 'en' ? '=1+1 Mensa Süd' : '+Gasthof Ost',
      postalCode: '01067',
      businessType: language === 'en' ? 'CANTEEN' : 'Food-Truck',
      contacts: [
        {
          name: "'Erika",
          email: `erika@${language}.example`,
          phone: language === 'en' ? '+49 731 7890123' : '+49 731 7890124',
        },
      ],
      website: `${language}.example`,
      source: '+Messe',
      estimatedVolume: '1250',
      currency: 'CHF',
      vatId: language === 'en' ? 'CHE-123.456.789' : '-DE123456789',
      tags: ['bio', 'Süd, West', 'sagt "ja"', '=1+1'],
      notes: '- ein Punkt\n- noch einer; "so"',
    });
    await register(agent, { companyName: language === 'en' ? 'Kantine Nord' : 'Pension West' });
    const content = Buffer.from(await (await ask(agent, { language })).arrayBuffer());

    const file = readCsv(content);
    const parsed = [];
    for await (const row of file.rows()) {
      if (!row.ok) throw new Error(JSON.stringify(row.problems));
      parsed.push(parseRow(row.record, { now: api.clock.now(), style: file.style }));
    }
    const found = await api.db.prisma.lead.findMany({
      where: { ownerId: agent.id },
      include: { contacts: true },
      orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
    });
    expect(parsed).toMatchObject(
      found.map(({ contacts: [contact], ...lead }) => ({
        ok: true,
        row: {
          companyName: lead.companyName,
          postalCode: lead.postalCode,
          businessType: lead.businessType,
          contacts: contact
            ? [{ name: contact.name, email: contact.email, phone: contact.phoneKey }]
            : [],
          website: lead.website,
          source: lead.source,
          city: lead.city,
          country: lead.country,
          currency: lead.currency,
          vatId: lead.vatId,
          tags: lead.tags,
          notes: lead.notes,
          registeredAt: lead.registeredAt,
          estimatedVolume: lead.estimatedVolume?.toFixed(2) ?? null,
        },
      })),
    );

    const actor = { ...agent, role: 'REP', name: 'x', territory: null, scopes: null } as const;
    const ctx = contextFor(api.db, actor, api.clock.now());
    await importLeads(ctx, { fileName: `${newId()}.csv`, content });
    const imports = worker(api.db, api.clock);
    await imports.kick();
    expect(await outcome(api.db)).toMatchObject({
      status: 'FINISHED',
      counts: { totalRows: 2, createdRows: 0, duplicateRows: 2, rejectedRows: 0 },
    });
  });
});
