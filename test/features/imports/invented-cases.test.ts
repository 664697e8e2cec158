import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { endProtections } from '../../../src/features/jobs/end-protections.js';
import type { ApiUser } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';
import { codes, type Report, type UploadedLead, upload } from './uploading.js';

// What a tired sales office sends, through the real upload.

const api = await testApi();
let admin: ApiUser;
let nth = 0;
beforeEach(async () => {
  await api.db.reset();
  api.clock.set('2026-06-15T10:00:00Z');
  admin = await api.user('ADMIN', { name: `Admin${++nth}` });
});

const send = (...lines: string[]) => upload(api, admin, `${lines.join('\n')}\n`);
/** The lead that the only row became. */
function only({ rows, error }: Report): UploadedLead {
  const [first] = rows;
  if (!first?.lead || rows.length > 1) throw new Error(JSON.stringify({ error, rows }));
  return first.lead;
}
const told = ({ rows }: Report) => rows.map((one) => [one.line, one.outcome, ...codes(one)]);

describe('headings of programs', () => {
  test.each<[string, string, string, Partial<UploadedLead>]>([
    [
      'Outlook',
      'Firma;Vorname;Nachname;Ort geschäftlich;Postleitzahl geschäftlich;E-Mail-Adresse;Telefon geschäftlich;Mobiltelefon',
      'Hotel Krone;Eva;Sommer;Ulm;89073;eva@krone.example;0731 123456;0171 2345678',
      {
        city: 'Ulm',
        postalCode: '89073',
        contacts: [
          { name: 'Eva Sommer', email: 'eva@krone.example', phone: '+49731123456', role: null },
          { name: 'Eva Sommer', email: null, phone: '+491712345678', role: null },
        ],
      },
    ],
    [
      'Salesforce',
      'Account Name;Billing City;Billing Zip/Postal Code;Billing Country;Phone;Website;Industry;Annual Revenue',
      'Hotel Krone;Ulm;89073;Germany;0731 123456;www.krone.example;Hospitality;12500',
      { postalCode: '89073', businessType: 'HOTEL', website: 'krone.example' },
    ],
    [
      'HubSpot',
      'Company name,City,Postal Code,Country/Region,Phone Number,First Name,Last Name,Email,Job Title,Create Date',
      'Hotel Krone,Ulm,89073,Germany,0731 123456,Eva,Sommer,eva@krone.example,Buyer,2026-06-15',
      {
        contacts: [
          { name: 'Eva Sommer', email: 'eva@krone.example', phone: '+49731123456', role: 'Buyer' },
        ],
      },
    ],
    [
      'Dynamics',
      'Firmenname;Adresse 1: Ort;Adresse 1: Postleitzahl;Haupttelefon;Primärer Kontakt',
      'Hotel Krone;Ulm;89073;0731 123456;Eva Sommer',
      { city: 'Ulm', postalCode: '89073' },
    ],
    [
      'SAP',
      'Name 1;Name 2;PLZ;Ort;LKZ;Telefon 1;USt-IdNr.',
      'Hotel Krone;Inh. Eva Sommer;89073;Ulm;DE;0731 123456;DE123456789',
      { companyName: 'Hotel Krone Inh. Eva Sommer', vatId: 'DE123456789', stage: 'QUALIFIED' },
    ],
    [
      'Pipedrive',
      'Organisation - Name,Person - Name,Person - E-Mail,Person - Telefon,Organisation - Adresse',
      'Hotel Krone,Eva Sommer,eva@krone.example,0731 123456,"Hauptstr. 1, 89073 Ulm, Deutschland"',
      { companyName: 'Hotel Krone', city: 'Ulm', postalCode: '89073' },
    ],
    [
      'a Swiss one',
      'Firma;PLZ;Ort;Kanton;Natel;MWST-Nr.;Umsatz CHF',
      "Hotel Krone;8001;Zürich;ZH;079 234 56 78;CHE-123.456.789;12'500",
      { country: 'CH', postalCode: '8001', currency: 'CHF', estimatedVolume: '12500' },
    ],
    [
      'an Austrian one',
      'Firma;PLZ;Ort;Ansprechperson;Telefon;UID-Nummer',
      'Hotel Krone;1010;Wien;Mag. Eva Sommer;01 5880;ATU12345678',
      { country: 'AT', postalCode: '1010', vatId: 'ATU12345678' },
    ],
    [
      'one with “Name” for the company',
      'Name;Ort;Ansprechpartner',
      'Hotel Krone;Ulm;Eva Sommer',
      { companyName: 'Hotel Krone' },
    ],
    [
      'one with “Name” for the person',
      'Firma;Name;Vorname;Ort',
      'Hotel Krone;Sommer;Eva;Ulm',
      { contacts: [{ name: 'Eva Sommer', email: null, phone: null, role: null }] },
    ],
    [
      'one with a title and a form of address',
      'Firma;Ort;Anrede;Titel;Nachname;Funktion',
      'Hotel Krone;Ulm;Frau;Dr.;Sommer;Einkauf',
      { contacts: [{ name: 'Frau Dr. Sommer', email: null, phone: null, role: 'Einkauf' }] },
    ],
    [
      'one that counts in thousands',
      'Firma;Ort;Umsatz (T€)',
      'Hotel Krone;Ulm;25',
      { estimatedVolume: '25000' },
    ],
    [
      'one that counts in millions',
      'Firma;Ort;Umsatz in Mio. €',
      'Hotel Krone;Ulm;1,2',
      { estimatedVolume: '1200000' },
    ],
  ])('%s are known', async (_program, header, line, expected) => {
    expect(only(await send(header, line))).toMatchObject(expected);
  });
});

describe('places', () => {
  test.each<[string, string, Partial<UploadedLead>]>([
    ['PLZ Ort', 'D-80331 München', { city: 'München', postalCode: '80331', country: 'DE' }],
    ['Ort', 'A-5020 Salzburg', { city: 'Salzburg', postalCode: '5020', country: 'AT' }],
    ['Ort', 'Köln, 50667', { city: 'Köln', postalCode: '50667' }],
    ['Ort', 'Zürich (CH)', { city: 'Zürich', country: 'CH' }],
    [
      'Adresse',
      'Ring 16, A-1010 Wien, Österreich',
      { city: 'Wien', postalCode: '1010', country: 'AT' },
    ],
    ['Anschrift', 'Hauptstr. 12a 87561 Oberstdorf', { city: 'Oberstdorf', postalCode: '87561' }],
    ['Ort', 'Frankfurt (Oder)', { city: 'Frankfurt (Oder)', postalCode: null }],
  ])('%s: %s', async (column, cell, expected) => {
    expect(only(await send(`Firma;${column}`, `Hotel Krone;${cell}`))).toMatchObject(expected);
  });

  test('that contradict themselves are refused by name', async () => {
    const report = await send(
      'Firma;PLZ;Ort;Land',
      'Hotel Krone;A-1010;Wien;Deutschland',
      'Hotel Post;80331;87561 Oberstdorf;D',
    );
    expect(told(report)).toEqual([
      [2, 'REJECTED', 'COUNTRY_DIFFERS'],
      [3, 'REJECTED', 'POSTAL_CODE_DIFFERS'],
    ]);
  });
});

describe('people', () => {
  test('two e-mails and two numbers in a cell are kept', async () => {
    const lead = only(
      await send(
        'Firma;Ort;Ansprechpartner;E-Mail;Telefon',
        '"Hotel Krone";Ulm;Eva Sommer;"eva@krone.example; info@krone.example";"0731/123456-12 oder 0171/2345678"',
      ),
    );
    expect(lead.contacts).toEqual([
      { name: 'Eva Sommer', email: 'eva@krone.example', phone: '+49731123456-12', role: null },
      { name: 'Eva Sommer', email: 'info@krone.example', phone: '+491712345678', role: null },
    ]);
  });

  test('an address as Outlook copies it is understood', async () => {
    const lead = only(
      await send('Firma;Ort;E-Mail', 'Hotel Krone;Ulm;Eva Sommer <Eva@Krone.example>'),
    );
    expect(lead.contacts[0]?.email).toBe('eva@krone.example');
  });

  test('a number that may be two is refused, and one that lost its + in a column of such is not', async () => {
    const report = await send(
      'Firma;Ort;Telefon',
      'A Haus;Emden;4921123456',
      'B Haus;Wien;43 1 58800',
    );
    expect(told(report)).toEqual([
      [2, 'REJECTED', 'AMBIGUOUS_PHONE'],
      [3, 'CREATED', 'COUNTRY_CODE_RESTORED'],
    ]);
  });

  test('a Vertreter among the owners gets the row, another one is mentioned', async () => {
    const anna = await api.user('REP', { name: 'Anna' });
    const bert = await api.user('REP', { name: 'Bert' });
    const lines = ['Firma;Ort;Vertreter', 'A Haus;Ulm;Bert', 'B Hof;Bonn;Bert', 'C Bar;Hof;Cäsar'];
    const report = await upload(api, admin, lines.join('\n'), { ownerIds: [anna.id, bert.id] });
    expect(report.rows.map(({ lead }) => lead?.owner?.name)).toEqual(['Bert', 'Bert', 'Anna']);
    expect(told(report).at(-1)).toEqual([4, 'CREATED', 'UNKNOWN_REPRESENTATIVE']);
  });
});

describe('rows between companies', () => {
  test('totals, titles of groups and notes are named', async () => {
    const report = await send(
      'Firma;PLZ;Ort;Umsatz',
      'Region Süd;;;',
      'Hotel Krone;89073;Ulm;1.000',
      'Zwischensumme;;;1.000',
      'Hotel Post;80331;München;2.000',
      ';;Gesamt;3.000',
      'Summe: 2;;;3.000',
      'Stand: 12.06.2026',
      '-;-;-;-',
    );
    expect(told(report)).toEqual([
      [2, 'REJECTED', 'GROUP_TITLE'],
      [3, 'CREATED'],
      [4, 'REJECTED', 'TOTAL_ROW'],
      [5, 'CREATED'],
      [6, 'REJECTED', 'TOTAL_ROW'],
      [7, 'REJECTED', 'TOTAL_ROW'],
      [8, 'REJECTED', 'GROUP_TITLE'],
      [9, 'REJECTED', 'NO_LETTERS', 'NO_LETTERS'],
    ]);
  });

  test('a company whose name begins like a total is one', async () => {
    const report = await send(
      'Firma;PLZ;Ort',
      'Total Tankstelle;10117;Berlin',
      'Gesamtschule Mensa;50667;Köln',
    );
    expect(report).toMatchObject({ createdRows: 2 });
  });

  test('formulas of links and texts are read, others refused', async () => {
    const report = await send(
      'Firma;Ort;Telefon',
      '"=HYPERLINK(""http://krone.example"";""Hotel Krone"")";Ulm;="0731123456"',
      'Hotel Post;=A1&B2;',
    );
    expect(report.rows[0]?.lead).toMatchObject({
      companyName: 'Hotel Krone',
      contacts: [{ phone: '+49731123456' }],
    });
    expect(told(report)).toEqual([
      [2, 'CREATED'],
      [3, 'REJECTED', 'FORMULA'],
    ]);
  });

  test('that are born expired are reported as such', async () => {
    const report = await upload(api, admin, 'Firma;Ort;Angelegt am\nHotel Krone;Ulm;01.02.2019\n', {
      backdateReason: 'Old list',
    });
    expect(report.rows).toMatchObject([
      {
        outcome: 'CREATED',
        problems: [{ severity: 'WARNING', code: 'BORN_EXPIRED', column: 'Angelegt am' }],
      },
    ]);
    const system = contextFor(api.db, SYSTEM_ACTOR, api.clock.now());
    expect(await endProtections(system)).toBe(1);
    expect(await api.db.prisma.outboxEmail.count()).toBe(0);
  });
});

describe('text', () => {
  test('loses what cannot be seen, and keeps emoji whole', async () => {
    const lead = only(
      await send(
        'Firma;Ort;Notizen',
        'Ho\u200btel\u202e Kro\u0308ne;U\u00adlm;Familie 👨‍👩‍👧 \u200d',
      ),
    );
    expect(lead).toMatchObject({
      companyName: 'Hotel Kröne',
      city: 'Ulm',
      notes: 'Familie 👨‍👩‍👧',
    });
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from('Firma;Ort\nCafé Müller;Köln\n', 'utf16le')],
    ['Mac Roman', Buffer.from('Firma;Ort\nCaf\x8e M\x9fller;K\x9aln\n', 'latin1')],
    ['code page 850', Buffer.from('Firma;Ort\nCaf\x82 M\x81ller;K\x94ln\n', 'latin1')],
    [
      'Windows-1252 in a file of UTF-8',
      Buffer.concat([
        Buffer.from('Firma;Ort\nCafé M'),
        Buffer.from([0xfc]),
        Buffer.from('ller;Köln\n'),
      ]),
    ],
  ])('%s is read', async (_encoding, bytes) => {
    const report = await upload(api, admin, bytes);
    expect(only(report)).toMatchObject({ companyName: 'Café Müller', city: 'Köln' });
  });

  test('that lost its letters before is refused by row', async () => {
    expect(told(await send('Firma;Ort', 'M\ufffdller;Ulm', 'Hotel Krone;Ulm'))).toEqual([
      [2, 'REJECTED', 'LETTERS_MISSING'],
      [3, 'CREATED'],
    ]);
  });

  test('that is the name of a town or a person is no placeholder', async () => {
    const lead = only(await send('Firma;Ort;Vorname;Nachname', 'Hotel Krone;Leer;Eva;Null'));
    expect(lead).toMatchObject({ city: 'Leer', contacts: [{ name: 'Eva Null' }] });
  });

  test('Polish letters of Windows-1250 come out right', async () => {
    const bytes = Buffer.from(
      'Firma;Ort\n\xa3ukasz Bar;\xa3\xf3d\x9f\nWo\xb3ga;Gda\xf1sk\n',
      'latin1',
    );
    const report = await upload(api, admin, bytes);
    expect(report.rows.map(({ lead }) => lead?.city)).toEqual(['Łódź', 'Gdańsk']);
  });
});

describe('other files', () => {
  test.each([
    [
      '.xls',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      'an Excel workbook of the old kind (.xls)',
    ],
    ['half a workbook', [...Buffer.from('PK\x03\x04....[Content_Types].xml')], 'cannot be read'],
    [
      '.ods',
      [...Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
      '.ods',
    ],
    ['PDF', [...Buffer.from('%PDF-1.7\n')], 'a PDF document'],
    ['HTML', [...Buffer.from('<html><table><tr><td>Firma</td></tr></table>')], 'a web page (HTML)'],
    ['XML', [...Buffer.from('<?xml version="1.0"?><Workbook/>')], 'an XML spreadsheet'],
    ['JSON', [...Buffer.from('[{"Firma":"A"}]')], 'JSON'],
  ])('%s is refused as what it is, with what to do', async (_kind, bytes, what) => {
    const report = await upload(api, admin, Uint8Array.from(bytes));
    expect(report).toMatchObject({ status: 'FAILED', rows: [] });
    expect(report.error).toContain(what);
    expect(report.error).toContain('CSV');
  });

  test('letters that may be anything are refused with what to do', async () => {
    const report = await upload(
      api,
      admin,
      Buffer.from('Firma;Ort\nHotel L\x9awe;Ulm\n', 'latin1'),
    );
    expect(report).toMatchObject({ status: 'FAILED', error: expect.stringContaining('CSV UTF-8') });
  });
});

describe('a dry run', () => {
  const LINES = [
    'Firma;PLZ;Ort;Telefon',
    'Hotel Krone;89073;Ulm;0731 123456',
    'Hotel Krone;89073;Ulm;',
    'Gesamt;;;2',
    'Hotel Post;80331;München;43 1 58800',
  ].join('\n');

  test('says what the real run says, and writes nothing', async () => {
    const dry = await upload(api, admin, LINES, { dryRun: true });
    expect(dry).toMatchObject({
      status: 'FINISHED',
      dryRun: true,
      createdRows: 2,
      duplicateRows: 1,
    });
    expect(await api.db.prisma.lead.count()).toBe(0);
    const real = await upload(api, admin, LINES);
    expect(real.dryRun).toBe(false);
    const without = (report: Report) => report.rows.map(({ lead: _, ...rest }) => rest);
    expect(without(dry)).toEqual(without(real));
    expect(await api.db.prisma.lead.count()).toBe(2);
  });

  test('counts each row as a check for a conflict', async () => {
    const checks = () =>
      api.db.prisma.conflictCheck.count({ where: { verb: 'checkLeadConflict' } });
    const before = await checks();
    await upload(api, admin, 'Firma;Ort\nHaus Eins;Ulm\nHaus Zwei;Ulm\n', { dryRun: true });
    expect(await checks()).toBe(before + 2);
    await api.db.prisma.setting.create({
      data: { key: 'conflictChecksPerDay', value: before + 3 },
    });
    const report = await upload(api, admin, 'Firma;Ort\nHaus Drei;Ulm\nHaus Vier;Ulm\n', {
      dryRun: true,
    });
    expect(report).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('checks a day are allowed'),
      rows: [],
    });
    await api.db.prisma.setting.deleteMany();
  });

  test('of a file that is too long for one transaction is refused', async () => {
    const rows = Array.from({ length: 251 }, (_, nth) => `Haus ${nth};Ulm`);
    const report = await upload(api, admin, ['Firma;Ort', ...rows].join('\n'), { dryRun: true });
    expect(report).toMatchObject({ status: 'FAILED', error: expect.stringContaining('251 rows') });
  });
});
