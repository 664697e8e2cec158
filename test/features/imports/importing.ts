import { readFileSync } from 'node:fs';
import pino from 'pino';
import type { Role } from '../../../src/domain/actor.js';
import type { ImportLeadsInput } from '../../../src/features/imports/import-leads.js';
import { createImportWorker } from '../../../src/features/imports/import-worker.js';
import type { Database } from '../../../src/platform/db/open.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import type { TestDatabase } from '../../support/database.js';
import { makeUser } from '../../support/factories.js';

export const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);

export function worker(db: Database, clock: { now(): Date }) {
  const log = pino({ level: 'silent' });
  return createImportWorker({ db, keyRing, clock: () => clock.now(), log });
}

/** A user in a role, with the context of a request of theirs. */
export async function asImporter(db: TestDatabase, now: Date, role: Role, territory?: string) {
  const actor = await makeUser(db, { role, territory: territory ?? null });
  return { db, actor, now, requestId: null };
}

export function fixture(fileName: string): ImportLeadsInput {
  const content = readFileSync(new URL(`../../fixtures/${fileName}`, import.meta.url));
  return { fileName, content, backdateReason: 'Leads of the old CRM' };
}

export function csv(...lines: string[]): ImportLeadsInput {
  return { fileName: 'leads.csv', content: Buffer.from(lines.join('\n')) };
}

/** What became of the rows of the only or the latest import. */
export async function outcome(db: TestDatabase) {
  const job = await db.prisma.importJob.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const rows = await db.prisma.importRow.findMany({
    where: { importId: job.id },
    orderBy: { line: 'asc' },
  });
  const { status, error, totalRows, processedRows, createdRows, duplicateRows, rejectedRows } = job;
  const counts = { totalRows, processedRows, createdRows, duplicateRows, rejectedRows };
  return { job, rows, status, error, counts };
}
