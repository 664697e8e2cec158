import { afterAll, beforeEach } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { SampleStatus } from '../../../src/domain/sample-transitions.js';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import { transitionSample } from '../../../src/features/samples/transition-sample.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeUser } from '../../support/factories.js';
import { insertLeads } from '../../support/lead-rows.js';

export let db: TestDatabase;
export const clock = testClock('2026-03-03T09:00:00Z');

/** To be called once at the top of a test file: a database for it, empty before each test. */
export async function useSampleDatabase(): Promise<void> {
  db = await openTestDatabase();
  beforeEach(async () => {
    await db.reset();
    clock.set('2026-03-03T09:00:00Z');
  });
  afterAll(() => db[Symbol.asyncDispose]());
}

export interface Someone {
  id: string;
  /** At the instant the clock shows. */
  ctx(): VerbContext;
}

export async function someone(role: Role, name = 'Anna Muster'): Promise<Someone> {
  const actor = await makeUser(db, { name, role });
  return { id: actor.id, ctx: () => ({ db, actor, now: clock.now(), requestId: 'test' }) };
}

export const system = (): VerbContext => ({
  db,
  actor: SYSTEM_ACTOR,
  now: clock.now(),
  requestId: null,
});

/** A lead registered ten days ago, with one contact. */
export async function leadOf({ id: ownerId }: Someone): Promise<string> {
  const from = new Date(clock.now().getTime() - 10 * 86_400_000);
  const [leadId = ''] = await insertLeads(db, { ownerId, count: 1, from });
  await db.transaction((tx) => projectLeads({ ...system(), tx }, [leadId]));
  return leadId;
}

export const ITEMS = [
  { sku: 'S-1', name: 'Räucherlachs', quantity: 2 },
  { sku: 'S-2', name: 'Olivenöl', quantity: 1 },
];

export async function sampleFor(
  by: Someone,
  leadId: string,
  { expectedShipAt = null as Date | null, status = 'REQUESTED' as SampleStatus } = {},
): Promise<string> {
  // Several like it are meant, it was no double click.
  const input = { leadId, items: ITEMS, expectedShipAt, idempotencyKey: newId() };
  const { sampleId } = await requestSample(by.ctx(), input);
  const path: SampleStatus[] = ['APPROVED', 'SHIPPED', 'DELIVERED', 'TESTING'];
  const end = path.indexOf(status);
  for (const to of path.slice(0, end + 1)) {
    // Nobody approves what they asked for.
    await transitionSample(to === 'APPROVED' ? system() : by.ctx(), { sampleId, to });
  }
  return sampleId;
}

export async function itemIdsOf(sampleId: string): Promise<[string, string]> {
  const items = await db.prisma.sampleItem.findMany({
    where: { sampleId },
    orderBy: { position: 'asc' },
  });
  return [items[0]?.id ?? '', items[1]?.id ?? ''];
}

export async function setSetting(key: string, value: boolean | number): Promise<void> {
  await db.prisma.setting.create({ data: { key, value } });
}

/** Types and payloads of the events so far, in their order. */
export async function events() {
  const rows = await db.prisma.domainEvent.findMany({ orderBy: { seq: 'asc' } });
  return rows.map(({ type, payload }) => ({ type, ...(payload as object) }));
}

export async function activities(leadId: string) {
  const rows = await db.prisma.activity.findMany({ where: { leadId } });
  return rows.map(({ kind, authorId, performedAt }) => ({ kind, authorId, performedAt }));
}
