import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import type { DatabaseConfig } from '../../../src/platform/db/open.js';
import { makeTestDatabase, openTestDatabaseAt, type TestDatabase } from '../../support/database.js';
import { asImporter, fixture, outcome, worker } from './importing.js';

const NOW = new Date('2026-11-24T12:00:00Z');

test('a killed import is finished by the next process, with every row once', async () => {
  const { config, remove } = await makeTestDatabase();
  try {
    await withDatabase(config, async (db) => {
      const ctx = await asImporter(db, NOW, 'MANAGER');
      await importLeads(ctx, fixture('leads-export-de.csv'));
    });
    await killHalfway(config);
    await withDatabase(config, async (db) => {
      expect(await outcome(db)).toMatchObject({
        status: 'RUNNING',
        counts: { processedRows: 300 },
      });
      expect(await db.prisma.importRow.count()).toBe(300);
      // As if the lease of the dead process had run out.
      await db.prisma.$executeRaw`UPDATE import_job SET lease_until = clock_timestamp()`;
      await worker(db, { now: () => NOW }).kick();
      expect(await outcome(db)).toMatchObject({
        status: 'FINISHED',
        counts: { processedRows: 630, createdRows: 555, duplicateRows: 13, rejectedRows: 62 },
      });
      expect(await db.prisma.lead.count()).toBe(555);
    });
  } finally {
    await remove();
  }
});

async function withDatabase(config: DatabaseConfig, work: (db: TestDatabase) => Promise<void>) {
  const db = await openTestDatabaseAt(config);
  try {
    await work(db);
  } finally {
    await db.stop();
  }
}

async function killHalfway(config: DatabaseConfig): Promise<void> {
  const script = fileURLToPath(new URL('crashing-importer.ts', import.meta.url));
  const args = ['--import', 'tsx', script, JSON.stringify(config)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), exited]);
  child.kill('SIGKILL');
  await exited;
  expect(String(said[0])).toBe('halfway\n');
}
