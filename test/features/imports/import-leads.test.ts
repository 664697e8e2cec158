import { beforeEach, describe, expect, test } from 'vitest';
import { globalIdOf } from '../../../src/domain/global-id.js';
import { MAX_IMPORT_BYTES } from '../../../src/features/imports/import-input.js';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { testDatabase } from '../../support/test-file.js';
import { asImporter, csv } from './importing.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const NOW = new Date('2026-11-24T12:00:00Z');
const FILE = csv('Firma;Ort', 'A;Köln');

describe('importLeads', () => {
  test('takes a file in, to be worked off later', async () => {
    const ctx = await asImporter(db, NOW, 'REP');
    const { id, replayed } = await importLeads(ctx, FILE);
    expect(replayed).toBe(false);
    expect(await db.prisma.importJob.findMany()).toMatchObject([
      { id, createdById: ctx.actor.id, fileName: 'leads.csv', status: 'PENDING', createdAt: NOW },
    ]);
  });

  test('takes the same file with other options for another import', async () => {
    const ctx = await asImporter(db, NOW, 'REP');
    const first = await importLeads(ctx, FILE);
    const second = await importLeads(ctx, { ...FILE, delimiter: ';' });
    expect(second).toMatchObject({ replayed: false });
    expect(second.id).not.toBe(first.id);
  });

  test('answers an idempotency key as before, and refuses it for another file', async () => {
    const ctx = await asImporter(db, NOW, 'REP');
    const first = await importLeads(ctx, { ...FILE, idempotencyKey: 'k' });
    expect(await importLeads(ctx, { ...FILE, idempotencyKey: 'k' })).toEqual({
      id: first.id,
      replayed: true,
    });
    await expect(
      importLeads(ctx, { ...csv('Firma;Ort', 'B;Köln'), idempotencyKey: 'k' }),
    ).rejects.toThrow('idempotency key "k"');
  });

  test('refuses an empty file and one that is too large', async () => {
    const ctx = await asImporter(db, NOW, 'REP');
    await expect(importLeads(ctx, { ...FILE, content: new Uint8Array() })).rejects.toThrow(
      'file: the file is empty',
    );
    const content = new Uint8Array(MAX_IMPORT_BYTES + 1);
    await expect(importLeads(ctx, { ...FILE, content })).rejects.toThrow(
      'file: the file has 10485761 bytes, allowed are up to 10485760',
    );
  });

  test('refuses owners who cannot own leads, and agents who deal leads to others', async () => {
    const manager = await asImporter(db, NOW, 'MANAGER');
    const auditor = await asImporter(db, NOW, 'AUDITOR');
    const rep = await asImporter(db, NOW, 'REP');
    const ownerIds = [auditor.actor.id];
    await expect(importLeads(manager, { ...FILE, ownerIds })).rejects.toThrow(
      `ownerIds: "${globalIdOf('User', auditor.actor.id ?? '')}" cannot own leads`,
    );
    await expect(importLeads(rep, { ...FILE, ownerIds: [manager.actor.id] })).rejects.toThrow(
      'Agents import leads for themselves',
    );
  });

  test.each(['AUDITOR', 'WALLBOARD'] as const)('is not for %s', async (role) => {
    await expect(importLeads(await asImporter(db, NOW, role), FILE)).rejects.toThrow(
      `${role} may not import`,
    );
  });
});
