import { beforeEach, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { hasLeadsToKey, rekeyLeads } from '../../../src/features/conflicts/rekey-leads.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { testClock } from '../../support/clock.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
const clock = testClock('2026-03-01T09:00:00Z');
const system = () => ({ db, actor: SYSTEM_ACTOR, now: clock.now(), requestId: null });

const keys = () =>
  db.query(`
    SELECT lead.match_key, lead.candidate_keys, lead.website_domain, lead.search_text, lead.matching_version,
      contact.email_domain, contact.switchboard
    FROM lead JOIN contact ON contact.lead_id = lead.id ORDER BY lead.id`);

beforeEach(async () => {
  await db.reset();
  const { rep } = await seedUsers(db);
  for (const n of ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf']) {
    await registerLead(contextFor(db, rep, clock.now()), {
      companyName: `Gasthof ${n}`,
      city: 'Köln-Mülheim',
      website: `www.gasthof-${n.toLowerCase()}.example`,
      contacts: [
        {
          email: `a@haus-${n.length}${n.charCodeAt(0)}.example`,
          phone: `0221 ${n.charCodeAt(0)}345-12`,
        },
      ],
    });
  }
});

/** As an earlier version left them. */
const forget = () =>
  db.query(`
    WITH forgotten AS (UPDATE contact SET email_domain = NULL, switchboard = NULL)
    UPDATE lead SET candidate_keys = '{}', website_domain = NULL, search_text = '-', match_key = '-', matching_version = 0`);

test('leads of an earlier version get the keys that registering them now would give them', async () => {
  const before = await keys();
  expect(await hasLeadsToKey(system())).toBe(false);
  await forget();
  expect(await keys()).not.toEqual(before);
  expect(await hasLeadsToKey(system())).toBe(true);
  expect([await rekeyLeads(system(), 3), await rekeyLeads(system(), 3)]).toEqual([3, 2]);
  expect(await hasLeadsToKey(system())).toBe(false);
  expect(await keys()).toEqual(before);
});

test('two replicas that start together share the work', async () => {
  const before = await keys();
  await forget();
  const done = await Promise.all([rekeyLeads(system(), 3), rekeyLeads(system(), 3)]);
  while (await hasLeadsToKey(system())) done.push(await rekeyLeads(system(), 3));
  expect(done.reduce((sum, n) => sum + n)).toBe(5);
  expect(await keys()).toEqual(before);
});
