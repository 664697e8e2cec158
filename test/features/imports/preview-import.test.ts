import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { previewImport } from '../../../src/features/imports/preview-import.js';
import type { ApiUser } from '../../support/api.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';
import { number, workbook } from '../../support/workbook.js';
import { send, upload } from './uploading.js';

const api = await testApi();
let agent: ApiUser;
let other: ApiUser;

beforeAll(async () => {
  agent = await api.user('REP', { name: 'Anna' });
  other = await api.user('REP', { name: 'Bert' });
});

const PREVIEW = `mutation ($input: PreviewImportInput!) {
  previewImport(input: $input) {
    ... on UserError { message }
    ... on PreviewImportPayload {
      preview {
        encoding sheets sheet headerLine columnFault warnings totalRows acceptedRows
        columns { column name field samples }
        remarks { code rows }
        rows {
          line
          lead { companyName postalCode city country businessType stage estimatedVolume currency registeredAt owner { name } contacts { name email phone } }
          problems { severity code column value }
        }
      }
    }
  }
}`;

// biome-ignore lint/suspicious/noExplicitAny: the shape is what PREVIEW asks for.
type Preview = any;

async function preview(
  as: ApiUser,
  content: string | Uint8Array,
  options: Parameters<typeof send>[4] = {},
): Promise<Preview> {
  const { data, errors } = await send<{ previewImport: Preview }>(
    api,
    as,
    PREVIEW,
    content,
    options,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.previewImport.preview ?? data.previewImport;
}

const leads = () => api.db.prisma.lead.count();

describe('a preview', () => {
  test('of a workbook tells columns with samples, rows, and what would be created', async () => {
    const content = await workbook({
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      sheets: [
        { name: 'Info', rows: [['Stand heute']] },
        {
          name: 'Kunden',
          rows: [
            ['Interessenten'],
            [
              'Firma',
              'PLZ',
              'Ort',
              'Kontakt',
              'E-Mail',
              'Branche',
              'Umsatz',
              'Kürzel',
              'Registriert am',
            ],
            [
              'Hotel Adler',
              number(89073),
              'Ulm',
              'Eva Muster',
              'eva@adler.example',
              'Hotel',
              number(1250.5),
              'HA',
              number(46082, 1),
            ],
            ['Gasthof Post', '', '', '', 'keine@', '', '', 'GP', ''],
          ],
        },
      ],
    });
    const before = await leads();
    expect(await preview(agent, content)).toEqual({
      encoding: 'xlsx',
      sheets: ['Info', 'Kunden'],
      sheet: 'Kunden',
      headerLine: 2,
      columnFault: null,
      warnings: [
        expect.objectContaining({ code: 'UNKNOWN_COLUMN' }),
        expect.objectContaining({ code: 'TITLE_ROWS' }),
        expect.objectContaining({ code: 'OTHER_SHEETS' }),
      ],
      totalRows: 2,
      acceptedRows: 1,
      columns: [
        {
          column: 1,
          name: 'Firma',
          field: 'COMPANY_NAME',
          samples: ['Hotel Adler', 'Gasthof Post'],
        },
        { column: 2, name: 'PLZ', field: 'POSTAL_CODE', samples: ['89073'] },
        { column: 3, name: 'Ort', field: 'CITY', samples: ['Ulm'] },
        { column: 4, name: 'Kontakt', field: 'CONTACT_NAME', samples: ['Eva Muster'] },
        { column: 5, name: 'E-Mail', field: 'EMAIL', samples: ['eva@adler.example', 'keine@'] },
        { column: 6, name: 'Branche', field: 'BUSINESS_TYPE', samples: ['Hotel'] },
        { column: 7, name: 'Umsatz', field: 'ESTIMATED_VOLUME', samples: ['1250,5'] },
        { column: 8, name: 'Kürzel', field: null, samples: ['HA', 'GP'] },
        { column: 9, name: 'Registriert am', field: 'REGISTERED_AT', samples: ['2026-03-01'] },
      ],
      remarks: [
        { code: 'INVALID_EMAIL', rows: 1 },
        { code: 'REQUIRED', rows: 1 },
      ],
      rows: [
        {
          line: 3,
          lead: {
            companyName: 'Hotel Adler',
            postalCode: '89073',
            city: 'Ulm',
            country: 'DE',
            businessType: 'HOTEL',
            stage: 'QUALIFIED',
            estimatedVolume: '1250.50',
            currency: 'EUR',
            registeredAt: '2026-03-01T09:00:00.000Z',
            owner: { name: 'Anna' },
            contacts: [{ name: 'Eva Muster', email: 'eva@adler.example', phone: null }],
          },
          problems: [],
        },
        {
          line: 4,
          lead: null,
          problems: [
            { severity: 'ERROR', code: 'REQUIRED', column: 'Ort', value: '' },
            { severity: 'ERROR', code: 'INVALID_EMAIL', column: 'E-Mail', value: 'keine@' },
          ],
        },
      ],
    });
    expect(await leads()).toBe(before);
  });

  test('of a file without the columns that are needed says so, and shows what there is', async () => {
    expect(await preview(agent, 'Wer;Wo\nAdler;Ulm\n')).toMatchObject({
      headerLine: 1,
      columnFault: expect.stringContaining('There is no column for companyName'),
      totalRows: 1,
      acceptedRows: 0,
      columns: [
        { name: 'Wer', field: null, samples: ['Adler'] },
        { name: 'Wo', field: null, samples: ['Ulm'] },
      ],
      rows: [],
    });
  });

  test('of a file that is none says what it is', async () => {
    expect(await preview(agent, '%PDF-1.7')).toEqual({
      message: expect.stringContaining('This is a PDF document'),
    });
    const named = await preview(agent, 'Firma;Ort\nA;B', { sheet: 'Kunden' });
    expect(named.message).toContain('A CSV file has no sheets');
  });
});

describe('columns can be given another meaning', () => {
  const FILE = 'Stand heute;;\nWer;Wo;Ort\nMensa Nord;Kiel;Mensa\n';
  const COLUMNS = [
    { column: 1, field: 'COMPANY_NAME' },
    { column: 2, field: 'CITY' },
  ];

  test('for one file: the same in the preview and in the import', async () => {
    const options = { headerLine: 2, columns: COLUMNS };
    expect(await preview(agent, FILE, options)).toMatchObject({
      columnFault: null,
      columns: [{ field: 'COMPANY_NAME' }, { field: 'CITY' }, { name: 'Ort', field: null }],
      rows: [{ line: 3, lead: { companyName: 'Mensa Nord', city: 'Kiel' } }],
    });
    expect(await upload(api, agent, FILE, { ...options, dryRun: true })).toMatchObject({
      status: 'FINISHED',
      createdRows: 1,
    });
    const twice = [...COLUMNS, { column: 3, field: 'CITY' }];
    expect(await preview(agent, FILE, { headerLine: 2, columns: twice })).toMatchObject({
      columnFault: expect.stringContaining('“Wo”, “Ort” all mean city'),
    });
  });

  test('saved, they hold for every file with the header, for their reader alone, until they are forgotten', async () => {
    const save = { headerLine: 2, columns: COLUMNS, saveColumns: true };
    await preview(agent, FILE, save);
    const later = 'wer,WO,Ort\nGasthof Ost,Kiel,Ost\n';
    expect(await preview(agent, later)).toMatchObject({
      rows: [{ line: 2, lead: { companyName: 'Gasthof Ost', city: 'Kiel' } }],
    });
    expect(await upload(api, agent, later)).toMatchObject({
      createdRows: 1,
      rows: [{ outcome: 'CREATED', lead: { companyName: 'Gasthof Ost', city: 'Kiel' } }],
    });
    expect((await preview(other, later)).columnFault).toContain('There is no column');
    const [entry] = await api.db.prisma.auditEntry.findMany({ where: { action: 'previewImport' } });
    expect(entry).toMatchObject({ actorId: agent.id, entityId: agent.id, after: { columns: 2 } });

    await preview(agent, later, { columns: [], saveColumns: true });
    expect((await preview(agent, later)).columnFault).toContain('There is no column');
    expect(await api.db.prisma.importMapping.count()).toBe(0);
  });

  test('what to save has to be said', async () => {
    expect((await preview(agent, FILE, { saveColumns: true })).message).toContain('columns:');
    expect((await preview(agent, FILE, { columns: [{ column: 0 }] })).message).toContain(
      'columns.0',
    );
  });
});

test('who may not import has no preview, and agents none for others', async () => {
  const auditor = await api.user('AUDITOR', { name: 'Audit' });
  expect((await preview(auditor, 'Firma;Ort\n')).message).toContain(
    'AUDITOR may not previewImport',
  );
  const foreign = await preview(agent, 'Firma;Ort\n', { ownerIds: [other.id] });
  expect(foreign.message).toContain('Agents import leads for themselves');
});

describe('an import of a workbook', () => {
  test('makes the leads that the list as CSV would make, of the sheet that is named', async () => {
    const text = await readFile(
      new URL('../../fixtures/imports/O02-address.csv', import.meta.url),
      'utf8',
    );
    const rows = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(';'));
    const content = await workbook({
      sheets: [
        { name: 'Leer', rows: [] },
        {
          name: 'Alt',
          rows: [
            ['Firma', 'Ort'],
            ['Alt', 'Ulm'],
          ],
        },
        { name: 'Neu', rows },
      ],
    });
    const asWorkbook = await upload(api, agent, content, { sheet: 'Neu', dryRun: true });
    const asText = await upload(api, agent, text, { dryRun: true });
    expect(asWorkbook).toMatchObject({ status: 'FINISHED', encoding: 'xlsx' });
    expect(asWorkbook.rows).toEqual(asText.rows);
    expect(asWorkbook.rows.length).toBeGreaterThan(0);
    expect(await upload(api, agent, content)).toMatchObject({
      createdRows: 1,
      rows: [{ line: 2, lead: { companyName: 'Alt' } }],
    });
  });

  test('of our own export creates nothing, in both languages', async () => {
    for (const language of ['de', 'en']) {
      const params = new URLSearchParams({ language });
      const response = await api.app.fetch(
        new Request(`http://localhost/exports/leads.xlsx?${params}`, {
          headers: { authorization: `Bearer ${agent.token}` },
        }),
      );
      const report = await upload(api, agent, await response.bytes());
      expect(report).toMatchObject({ status: 'FINISHED', createdRows: 0, rejectedRows: 0 });
      expect(report.duplicateRows).toBeGreaterThan(1);
    }
  });
});

test('of many at a time two are made, some wait, and the rest are told to come again', async () => {
  const manager = contextFor(api.db, await makeUser(api.db, { role: 'MANAGER' }), api.clock.now());
  const file = { fileName: 'list.csv', content: Buffer.from('Firma;Ort\nHotel Krone;Ulm\n') };
  const asked = Array.from({ length: 13 }, () => previewImport(manager, file));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'UNAVAILABLE' } }]);
  expect(await previewImport(manager, file)).toMatchObject({ totalRows: 1 });
});
