import { beforeAll, expect, test } from 'vitest';
import { type ProtectionRow, projectionOf } from '../../../src/api/leads/protection.js';
import type { Actor } from '../../../src/domain/actor.js';
import { isOnHold, stateAt } from '../../../src/domain/clock.js';
import { makeUser, type TestUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLeads } from '../jobs/nightly.js';

const db = await testDatabase();

const DAY = 86_400_000;
let anna: TestUser;
let bert: TestUser;
let readers: Record<'auditor' | 'anna' | 'north' | 'wallboard', Actor>;

/** Views say what is so now: the database's now. */
beforeAll(async () => {
  anna = await makeUser(db, { name: 'Anna', territory: 'NORTH' });
  bert = await makeUser(db, { name: 'Bert', territory: 'SOUTH' });
  readers = {
    auditor: await makeUser(db, { role: 'AUDITOR' }),
    anna,
    north: await makeUser(db, { role: 'MANAGER', territory: 'NORTH', name: 'North' }),
    wallboard: await makeUser(db, { role: 'WALLBOARD' }),
  };
  const now = new Date();
  const days = (n: number) => new Date(now.getTime() - n * DAY).toISOString();
  const ids = await makeDueLeads(db, anna.id, now, [
    { assignedAt: days(1), territory: 'NORTH' },
    { assignedAt: days(57), territory: 'NORTH' },
    { assignedAt: days(63), territory: 'NORTH' },
    { assignedAt: days(9), territory: 'NORTH', holds: [[days(3), null]] },
    { assignedAt: days(9), territory: 'NORTH', activities: [days(2)] },
    { assignedAt: days(400), territory: 'NORTH' },
  ]);
  await makeDueLeads(db, bert.id, now, [{ assignedAt: days(4), territory: 'SOUTH' }]);
  await db.query('UPDATE lead SET warned_at = now() WHERE id = $1::uuid', [ids[1]]);
  await db.query(
    `UPDATE lead SET status = 'CONVERTED', ended_at = now(), end_reason = 'CONVERTED' WHERE id = $1::uuid`,
    [ids[4]],
  );
  await db.prisma.domainEvent.create({
    data: {
      id: anna.id,
      type: 'LEAD_CONVERTED',
      occurredAt: now,
      ownerId: anna.id,
      territory: 'NORTH',
      leadId: ids[4] ?? '',
    },
  });
});

interface ViewRow {
  lead: string;
  owner: string | null;
  state: string;
  onHold: boolean;
  expires: string | null;
  at: string;
}

const leadsOf = (as: Actor) =>
  db.queryAs<ViewRow>(
    as,
    `SELECT lead_id::text AS lead, user_name AS owner, state, on_hold AS "onHold",
       floor(extract(epoch FROM expires_at) * 1000)::text AS expires,
       floor(extract(epoch FROM now()) * 1000)::text AS at
     FROM v_user_lead_protection ORDER BY lead_id`,
  );

test('v_user_lead_protection says of each owned lead what the clock says', async () => {
  const rows = await leadsOf(readers.auditor);
  const leads = await db.prisma.lead.findMany({
    where: { status: 'ACTIVE' },
    orderBy: { id: 'asc' },
    include: { owner: true },
  });
  const at = Number(rows[0]?.at);
  expect(rows.map(({ at: _, ...row }) => row)).toEqual(
    leads.map((lead) => {
      const projection = projectionOf(lead as unknown as ProtectionRow);
      return {
        lead: lead.id,
        owner: lead.owner?.name,
        state: stateAt(projection, 'ACTIVE', at),
        onHold: isOnHold(projection?.holdIntervals ?? [], at),
        expires: lead.expiresAt ? String(lead.expiresAt.getTime()) : null,
      };
    }),
  );
  expect(rows.map(({ state }) => state).sort()).toEqual([
    'EXPIRED',
    'GRACE',
    'ON_HOLD',
    'PROTECTED',
    'PROTECTED',
    'WARNED',
  ]);
});

test('the views show no more than the tables do', async () => {
  const seen = async (as: Actor) => (await leadsOf(as)).map(({ owner }) => owner);
  expect(await seen(anna)).toEqual(Array(5).fill('Anna'));
  expect(await seen(bert)).toEqual(['Bert']);
  expect(await seen(readers.north)).toEqual(Array(5).fill('Anna'));
  for (const view of ['v_user_lead_protection', 'monitoring_user_lead']) {
    const reading = db.queryAs(readers.wallboard, `SELECT user_name FROM ${view}`);
    await expect(reading).rejects.toThrow('permission denied');
  }
});

test('monitoring_user_lead adds up each agent', async () => {
  const rows = await db.queryAs(
    readers.auditor,
    `SELECT user_name AS name, leads::int, protected::int, warned::int, grace::int, on_hold::int AS "onHold",
       expired::int, progress_due_7d::int AS "progressDue", converted_90d::int AS converted,
       activities_7d::int AS activities
     FROM monitoring_user_lead ORDER BY user_name`,
  );
  const nothing = {
    leads: 0,
    protected: 0,
    warned: 0,
    grace: 0,
    onHold: 0,
    expired: 0,
    progressDue: 0,
    converted: 0,
    activities: 0,
  };
  expect(rows).toEqual([
    {
      ...nothing,
      name: 'Anna',
      leads: 5,
      protected: 1,
      warned: 1,
      grace: 1,
      onHold: 1,
      expired: 1,
      progressDue: 1,
      converted: 1,
      activities: 1,
    },
    { ...nothing, name: 'Bert', leads: 1, protected: 1 },
    { ...nothing, name: 'North' },
  ]);
});
