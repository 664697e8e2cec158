import { beforeEach, describe, expect, test } from 'vitest';
import { globalIdOf } from '../../../src/domain/global-id.js';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { testClock } from '../../support/clock.js';
import { testDatabase } from '../../support/test-file.js';
import { asImporter, csv, outcome, worker } from './importing.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-11-24T12:00:00Z');
const rows = (count: number) =>
  Array.from({ length: count }, (_, nth) => `Haus ${nth} ${'x'.repeat(nth % 7)};Köln`);
const work = () => worker(db, clock).kick();

/** Does `change` once so many rows are committed, while the import runs. */
async function workWith(committed: number, change: (tx: Tx) => Promise<unknown>): Promise<void> {
  let changed = false;
  await worker(
    {
      ...db,
      async transaction(run, options) {
        if (!changed && (await db.prisma.importRow.count()) === committed) {
          changed = true;
          await db.transaction(change);
        }
        return db.transaction(run, options);
      },
    },
    clock,
  ).kick();
}

describe('the owners of imported leads', () => {
  test('work in the territory of the manager who imports', async () => {
    const south = await asImporter(db, clock.now(), 'MANAGER', 'SOUTH');
    const [mine, foreign] = [
      await asImporter(db, clock.now(), 'REP', 'SOUTH'),
      await asImporter(db, clock.now(), 'REP', 'NORTH'),
    ].map(({ actor }) => actor.id);
    const file = csv('Firma;Ort', 'A;Köln');
    await expect(
      importLeads(south, { ...file, ownerIds: [mine ?? '', foreign ?? ''] }),
    ).rejects.toThrow(
      `ownerIds: "${globalIdOf('User', foreign ?? '')}" works in NORTH, allowed are agents in SOUTH`,
    );
    await importLeads(south, { ...file, ownerIds: [mine ?? ''] });
  });

  test('who leave, or change their territory, while it runs get no more', async () => {
    const south = await asImporter(db, clock.now(), 'MANAGER', 'SOUTH');
    const stays = await asImporter(db, clock.now(), 'REP', 'SOUTH');
    const leaves = await asImporter(db, clock.now(), 'REP', 'SOUTH');
    const moves = await asImporter(db, clock.now(), 'REP', 'SOUTH');
    const ownerIds = [stays, leaves, moves].map(({ actor }) => actor.id);
    await importLeads(south, { ...csv('Firma;Ort', ...rows(150)), ownerIds });
    await workWith(100, async (tx) => {
      await tx.user.update({ where: { id: leaves.actor.id }, data: { active: false } });
      await tx.user.update({ where: { id: moves.actor.id }, data: { territory: 'NORTH' } });
    });
    const { rows: reported, status } = await outcome(db);
    expect(status).toBe('FINISHED');
    const after = reported.slice(100).map((row) => [row.outcome, row.problems]);
    const unfit = (who: { actor: { id: string } }, why: string) => [
      'REJECTED',
      [
        expect.objectContaining({
          code: 'OWNER_UNFIT',
          message: `"${globalIdOf('User', who.actor.id)}" ${why}`,
        }),
      ],
    ];
    expect(after.slice(0, 3)).toEqual([
      unfit(leaves, 'cannot own leads, allowed are active users who are REP, MANAGER, ADMIN'),
      unfit(moves, 'works in NORTH, allowed are agents in SOUTH'),
      ['CREATED', []],
    ]);
    expect(await db.prisma.lead.count({ where: { ownerId: leaves.actor.id } })).toBe(33);
  });
});

describe('the importer', () => {
  test.each([
    ['leaves', { active: false }],
    ['may no longer import', { role: 'AUDITOR' }],
  ])('who %s while it runs imports no more', async (_what, data) => {
    const manager = await asImporter(db, clock.now(), 'MANAGER');
    const agent = await asImporter(db, clock.now(), 'REP');
    const ownerIds = [agent.actor.id];
    await importLeads(manager, { ...csv('Firma;Ort', ...rows(150)), ownerIds });
    await workWith(100, (tx) => tx.user.update({ where: { id: manager.actor.id }, data }));
    expect(await outcome(db)).toMatchObject({
      status: 'FAILED',
      error: `The importer ${globalIdOf('User', manager.actor.id)} may no longer import leads.`,
      counts: { processedRows: 100 },
    });
    expect(await db.prisma.lead.count()).toBe(100);
  });

  test('who left before it began imports nothing', async () => {
    const manager = await asImporter(db, clock.now(), 'MANAGER');
    await importLeads(manager, csv('Firma;Ort', 'A;Köln'));
    await db.prisma.user.update({ where: { id: manager.actor.id }, data: { active: false } });
    await work();
    expect((await outcome(db)).status).toBe('FAILED');
    expect(await db.prisma.lead.count()).toBe(0);
  });
});

describe('dating back', () => {
  const FILE = csv('Firma;Ort;Registriert am', 'A;Köln;23.11.2026');

  test('needs a reason, as it does for one lead', async () => {
    await importLeads(await asImporter(db, clock.now(), 'MANAGER'), FILE);
    await work();
    expect((await outcome(db)).rows).toMatchObject([
      {
        outcome: 'REJECTED',
        problems: [{ code: 'BACKDATED', column: 'Registriert am', value: '23.11.2026' }],
      },
    ]);
  });

  test('keeps the reason and the import with each ownership', async () => {
    const ctx = await asImporter(db, clock.now(), 'MANAGER');
    const { id } = await importLeads(ctx, { ...FILE, backdateReason: 'Leads of the old CRM' });
    await work();
    expect(await db.prisma.ownership.findMany()).toMatchObject([
      {
        assignedAt: new Date('2026-11-22T23:00:00Z'),
        backdateReason: `Leads of the old CRM (import ${id})`,
      },
    ]);
  });

  test('is for managers, whatever reason an agent gives', async () => {
    const ctx = await asImporter(db, clock.now(), 'REP');
    await importLeads(ctx, { ...FILE, backdateReason: 'I was first' });
    await work();
    expect((await outcome(db)).rows).toMatchObject([{ outcome: 'REJECTED' }]);
  });
});
