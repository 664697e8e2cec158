import { beforeEach, describe, expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { testClock } from '../../support/clock.js';
import { testDatabase } from '../../support/test-file.js';
import { asImporter, csv, fixture, keyRing, outcome, worker } from './importing.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-11-24T12:00:00Z');
beforeEach(() => clock.set('2026-11-24T12:00:00Z'));

const HEADER = 'Firma;PLZ;Ort;Ansprechpartner;E-Mail;Registriert am;Notizen';
const asManager = () => asImporter(db, clock.now(), 'MANAGER');
const work = () => worker(db, clock).kick();

const codesOf = (problems: unknown) => (problems as { code: string }[]).map(({ code }) => code);

describe('the import of a file', () => {
  test('reports every row of the German export', async () => {
    const ctx = await asManager();
    await importLeads(ctx, fixture('leads-export-de.csv'));
    await work();
    const { job, rows, status, counts } = await outcome(db);
    expect({ status, encoding: job.encoding, content: job.content }).toEqual({
      status: 'FINISHED',
      encoding: 'windows-1252',
      content: null,
    });
    expect(counts).toEqual({
      totalRows: 630,
      processedRows: 630,
      createdRows: 555,
      duplicateRows: 13,
      rejectedRows: 62,
    });
    expect(rows).toHaveLength(630);
    expect(rows.find(({ line }) => line === 4)).toMatchObject({
      outcome: 'REJECTED',
      problems: [{ code: 'REQUIRED', column: 'Ort' }],
    });
    // Nine counted by an independent program in another language, but for six rows that repeat one whose protection is over
    // by now; four more are canteens by another word (Kasino, Mensa, Betriebskantine) of one name at one postal code, or
    // have another legal form.
    const repeats = rows.flatMap(({ line, outcome: what, duplicateOfLine }) =>
      what === 'DUPLICATE' ? [[line, duplicateOfLine]] : [],
    );
    expect(repeats).toEqual([
      [232, 193],
      [408, 36],
      [446, 136],
      [459, 143],
      [468, 359],
      [517, 122],
      [531, 270],
      [567, 136],
      [571, 417],
      [610, 286],
      [638, 399],
      [689, 656],
      [728, 452],
    ]);
    // Houses of one name at one postal code, of trades that one house may have: a hotel and an inn.
    const hints = rows.filter(({ problems }) => codesOf(problems).includes('POSSIBLY_SAME'));
    expect(hints.length).toBeGreaterThan(20);
    expect(hints.every(({ outcome: what }) => what === 'REJECTED')).toBe(true);
    expect(await db.prisma.lead.count()).toBe(555);
  });

  test('writes the lead with its contact, its owner and its protection from the registration on', async () => {
    const ctx = await asImporter(db, clock.now(), 'MANAGER', 'SOUTH');
    await importLeads(ctx, fixture('leads-export-de.csv'));
    await work();
    const { rows } = await outcome(db);
    const lead = await db.prisma.lead.findUniqueOrThrow({
      where: { id: rows[0]?.leadId ?? '' },
      include: { contacts: true, ownerships: true },
    });
    const registeredAt = new Date('2026-11-05T23:00:00Z');
    expect(lead).toMatchObject({
      companyName: 'Kasino Linde GmbH',
      city: 'Frankfurt am Main',
      status: 'ACTIVE',
      stage: 'QUALIFIED',
      ownerId: ctx.actor.id,
      territory: 'SOUTH',
      registeredAt,
      progressDeadline: new Date('2027-01-04T23:00:00Z'),
      contacts: [
        {
          name: "Änne D'Angelo",
          email: 'aenne.dangelo@kasino-linde-frankfurt.example',
          primary: true,
        },
      ],
      ownerships: [{ assignedAt: registeredAt, endedAt: null }],
    });
  });

  test('tells of its progress, batch by batch', async () => {
    const ctx = await asManager();
    const { id } = await importLeads(ctx, fixture('leads-export-en.csv'));
    await work();
    const events = await db.prisma.domainEvent.findMany({
      where: { type: 'IMPORT_PROGRESSED' },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { importId: id, status: 'RUNNING', totalRows: 126, processedRows: 100 },
      { importId: id, status: 'RUNNING', totalRows: 126, processedRows: 126 },
      { importId: id, status: 'FINISHED', createdRows: 119, rejectedRows: 7 },
    ]);
  });

  test('is the same import when the same file is sent again', async () => {
    const ctx = await asManager();
    const first = await importLeads(ctx, fixture('leads-export-en.csv'));
    await work();
    const again = await importLeads(ctx, fixture('leads-export-en.csv'));
    await work();
    expect(again).toEqual({ id: first.id, replayed: true });
    expect(await db.prisma.importJob.count()).toBe(1);
    expect(await db.prisma.lead.count()).toBe(119);
  });

  test('creates only what nothing protects any more when another manager sends the same file', async () => {
    await importLeads(await asManager(), fixture('leads-export-en.csv'));
    await work();
    await importLeads(await asManager(), fixture('leads-export-en.csv'));
    await work();
    const { counts, rows } = await outcome(db);
    expect(counts).toMatchObject({ createdRows: 31, duplicateRows: 88, rejectedRows: 7 });
    const duplicates = rows.filter(({ outcome: what }) => what === 'DUPLICATE');
    expect(duplicates.every(({ duplicateOfLeadId }) => duplicateOfLeadId !== null)).toBe(true);
    expect(await db.prisma.lead.count()).toBe(150);
  });

  test('deals the leads to several agents in turn', async () => {
    const ctx = await asManager();
    const agents = [
      await asImporter(db, clock.now(), 'REP', 'NORTH'),
      await asImporter(db, clock.now(), 'REP', 'SOUTH'),
    ].map(({ actor }) => actor);
    const file = csv(
      HEADER,
      'A;;Köln;;a@a.example;;',
      'B;;Köln;;b@b.example;;',
      'C;;Köln;;c@c.example;;',
    );
    await importLeads(ctx, { ...file, ownerIds: agents.map(({ id }) => id) });
    await work();
    const leads = await db.prisma.lead.findMany({ orderBy: { companyName: 'asc' } });
    expect(leads.map(({ ownerId, territory }) => [ownerId, territory])).toEqual(
      [agents[0], agents[1], agents[0]].map((agent) => [agent?.id, agent?.territory]),
    );
  });
});

describe('a row', () => {
  test.each([
    ['LOST', 'CREATED'],
    ['CONVERTED', 'DUPLICATE'],
  ])('that repeats a lead which is %s is %s, and what shares a contact with it or lies elsewhere in the city a hint at most', async (status, what) => {
    const ctx = await asManager();
    await importLeads(ctx, csv(HEADER, 'Hotel Adler GmbH;50667;Köln;;post@adler.example;;'));
    await work();
    const lead = await db.prisma.lead.findFirstOrThrow();
    await db.prisma.lead.update({
      where: { id: lead.id },
      data: { status, endReason: status, endedAt: clock.now() },
    });
    await importLeads(
      ctx,
      csv(
        HEADER,
        'HOTEL ADLER;50667;Koeln;;other@adler.example;;',
        'Another Hotel;10115;Berlin;;Post@Adler.example;;',
        'Hotel Adler;50668;Köln;;third@third.example;;',
      ),
    );
    await work();
    const { rows } = await outcome(db);
    // The first row is under protection once it is created.
    const hint = { outcome: 'REJECTED', problems: [{ code: 'POSSIBLY_SAME' }] };
    expect(rows).toMatchObject([
      { line: 2, outcome: what, duplicateOfLeadId: what === 'CREATED' ? null : lead.id },
      { line: 3, ...hint },
      { line: 4, ...hint },
    ]);
  });

  test('that shares with a lead an e-mail that only left a tombstone is a hint, at no lead that is named', async () => {
    const ctx = await asManager();
    await importLeads(ctx, csv(HEADER, 'Hotel Adler;50667;Köln;;post@adler.example;;'));
    await work();
    const lead = await db.prisma.lead.findFirstOrThrow();
    await releaseLead(ctx, { leadId: lead.id });
    await db.transaction((tx) => pseudonymizeLeads({ ...ctx, tx }, keyRing, [lead.id]));
    // It is under protection again, and its people are still forgotten.
    const other = await asImporter(db, clock.now(), 'MANAGER');
    await reopenLead(other, { leadId: lead.id, ownerId: ctx.actor.id, reason: 'By mistake' });
    await importLeads(ctx, csv(HEADER, 'Gasthof Adler;10115;Berlin;;post@adler.example;;'));
    await work();
    expect((await outcome(db)).rows).toMatchObject([
      { outcome: 'REJECTED', duplicateOfLeadId: null, problems: [{ code: 'POSSIBLY_SAME' }] },
    ]);
  });

  test('that an agent dates back is refused; today and no date are taken as now', async () => {
    const ctx = await asImporter(db, clock.now(), 'REP');
    await importLeads(
      ctx,
      csv(
        HEADER,
        'A;;Köln;;a@a.example;23.11.2026;',
        'B;;Köln;;b@b.example;24.11.2026;',
        'C;;Köln;;c@c.example;;',
      ),
    );
    await work();
    expect((await outcome(db)).rows).toMatchObject([
      {
        outcome: 'REJECTED',
        problems: [{ code: 'BACKDATED', column: 'Registriert am', value: '23.11.2026' }],
      },
      { outcome: 'CREATED' },
      { outcome: 'CREATED' },
    ]);
    const leads = await db.prisma.lead.findMany();
    expect(leads.map(({ registeredAt }) => registeredAt)).toEqual([clock.now(), clock.now()]);
  });

  test('with a person of whom only the name is known keeps them', async () => {
    await importLeads(await asManager(), csv(HEADER, 'A;;Köln;Jutta Probst;;;', 'B;;Köln;;;;'));
    await work();
    const { rows } = await outcome(db);
    expect(rows).toMatchObject([{ outcome: 'CREATED' }, { outcome: 'CREATED' }]);
    const leads = await db.prisma.lead.findMany({
      orderBy: { companyName: 'asc' },
      include: { contacts: true },
    });
    expect(leads).toMatchObject([
      { stage: 'REGISTERED', contacts: [{ name: 'Jutta Probst', email: null, phone: null }] },
      { stage: 'PRE_REGISTRATION', contacts: [] },
    ]);
  });
});

describe('a file that cannot be read', () => {
  test('fails with the reason, and nothing of it is imported', async () => {
    await importLeads(await asManager(), csv('Wer;Wohnort', 'A;Köln'));
    await work();
    const { status, error, rows } = await outcome(db);
    expect({ status, rows }).toEqual({ status: 'FAILED', rows: [] });
    expect(error).toContain('There is no column for companyName');
  });

  test('fails whole when only its end is broken', async () => {
    const good = Array.from({ length: 150 }, (_, nth) => `Firma ${nth};;Köln;;f${nth}@f.example;;`);
    await importLeads(await asManager(), csv(HEADER, ...good, '"Firma ohne Ende;;Köln;;;;'));
    await work();
    expect(await outcome(db)).toMatchObject({ status: 'FAILED', rows: [] });
    expect(await db.prisma.lead.count()).toBe(0);
  });

  test('is tried again when it is sent again', async () => {
    const ctx = await asManager();
    const { id } = await importLeads(ctx, csv('Wer;Wohnort', 'A;Köln'));
    await work();
    expect(await importLeads(ctx, csv('Wer;Wohnort', 'A;Köln'))).toEqual({ id, replayed: true });
    expect((await outcome(db)).status).toBe('PENDING');
    await work();
    expect((await outcome(db)).status).toBe('FAILED');
  });
});

describe('an import that was interrupted', () => {
  test('goes on after the last row that was reported', async () => {
    const ctx = await asManager();
    await importLeads(ctx, fixture('leads-export-de.csv'));
    let asked = 0;
    const stopped = worker(db, {
      now() {
        // Asked when it is taken, when it begins, and for each batch: that is the fourth.
        if (++asked === 6) void stopped.stop();
        return clock.now();
      },
    });
    await stopped.kick();
    expect(await outcome(db)).toMatchObject({ status: 'RUNNING', counts: { processedRows: 400 } });

    await work();
    expect(await outcome(db)).toMatchObject({
      status: 'FINISHED',
      counts: { processedRows: 630, createdRows: 555, duplicateRows: 13, rejectedRows: 62 },
    });
    expect(await db.prisma.lead.count()).toBe(555);
  });

  test('stops for good in a process from which it was taken over', async () => {
    const ctx = await asManager();
    await importLeads(ctx, fixture('leads-export-de.csv'));
    await worker(
      {
        ...db,
        async transaction(run, options) {
          if ((await db.prisma.importRow.count()) === 200) {
            await db.prisma.$executeRaw`UPDATE import_job SET lease_token = 7`;
          }
          return db.transaction(run, options);
        },
      },
      clock,
    ).kick();
    expect(await outcome(db)).toMatchObject({ status: 'RUNNING', counts: { processedRows: 200 } });
    expect(await db.prisma.importRow.count()).toBe(200);
  });
});
