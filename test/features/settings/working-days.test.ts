import { beforeEach, expect, test } from 'vitest';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import {
  ExplainProtectionDocument,
  ForecastProtectionDocument,
  UpdateSettingDocument,
} from '../../support/generated/operations.js';
import { testApi } from '../../support/test-file.js';
import { makeDueLead } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;

let admin: ApiUser;
let rep: ApiUser;
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  admin = await api.user('ADMIN', { name: newId() });
  rep = await api.user('REP', { name: newId() });
});

async function set(key: string, value: unknown, businessType: string | null = null) {
  const { _max } = await db.prisma.policyVersion.aggregate({ _max: { version: true } });
  const input = {
    key: `protection.${key}`,
    value: JSON.stringify(value),
    businessType,
    expectedVersion: _max.version ?? 0,
    reason: 'As agreed with the agents',
  };
  return (await api.query(admin, UpdateSettingDocument, { input })).updateSetting;
}

async function explain(leadId: string) {
  const id = globalId('Lead', leadId);
  const { explainProtection } = await api.query(rep, ExplainProtectionDocument, { leadId: id });
  return explainProtection ?? expect.fail('its owner sees it');
}

async function bringUnderNewPolicy() {
  const reproject = createTicks(db, clock.now, testKeyRing).find(
    ({ name }) => name === 'reproject-stale',
  );
  await reproject?.run(new AbortController().signal);
}

test('deadlines on holidays of the region move once the setting says so, and explain names the days', async () => {
  // Its sixtieth day is Easter Monday, its 53rd the Monday before.
  const lead = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-02-05T10:00:00Z' });
  expect((await explain(lead)).progressDeadline).toBe('2026-04-06T09:00:00.000Z');
  const forecast = await api.query(rep, ForecastProtectionDocument, {
    leadId: globalId('Lead', lead),
    hypothesis: { policy: { shiftToWorkingDay: true, holidayRegion: 'DE-BY' } },
  });
  expect(forecast.forecastProtection?.after.progressDeadline).toBe('2026-04-07T22:00:00.000Z');

  expect(await set('shiftToWorkingDay', true)).toMatchObject({ changed: true });
  await bringUnderNewPolicy();
  const explained = await explain(lead);
  expect(explained.progressDeadline).toBe('2026-04-07T22:00:00.000Z');
  const details = explained.ledger.map((entry) => entry.details);
  expect(details).toContainEqual(
    expect.objectContaining({
      quantity: 'progressDeadline',
      nominal: '2026-04-06T09:00:00.000Z',
      daysOff: [{ date: '2026-04-06', why: 'HOLIDAY', holiday: 'Ostermontag' }],
      dayEndMs: 37 * 3_600_000,
    }),
  );
  const stored = await db.prisma.lead.findUniqueOrThrow({ where: { id: lead } });
  expect(stored.progressDeadline).toEqual(new Date('2026-04-07T22:00:00Z'));
});

test('a business type can have holidays of its own', async () => {
  const ends = { assignedAt: '2026-04-05T10:00:00Z' };
  const general = await makeDueLead(db, rep.id, clock.now(), { ...ends, companyName: 'Eins' });
  const hotel = await makeDueLead(db, rep.id, clock.now(), {
    ...ends,
    companyName: 'Zwei',
    businessType: 'HOTEL',
  });
  await set('shiftToWorkingDay', true);
  await set('holidayRegion', 'DE-BY', 'HOTEL');
  await bringUnderNewPolicy();
  // 4 June 2026 is Corpus Christi, which Bavaria keeps and Germany as a whole does not.
  expect((await explain(general)).progressDeadline).toBe('2026-06-04T10:00:00.000Z');
  expect((await explain(hotel)).progressDeadline).toBe('2026-06-05T22:00:00.000Z');
});

test('a region that is not known is refused, with those that are', async () => {
  const refused = await set('holidayRegion', 'DE-XX');
  expect(refused).toMatchObject({
    __typename: 'ValidationError',
    problems: [{ path: 'value', message: expect.stringContaining('DE-BY') }],
  });
});
