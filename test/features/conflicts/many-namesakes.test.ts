import { expect, test } from 'vitest';
import { MATCHING_VERSION } from '../../../src/domain/matching/candidate-keys.js';
import { leadKeys } from '../../../src/features/conflicts/lead-keys.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { testClock } from '../../support/clock.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
const clock = testClock('2026-03-01T09:00:00Z');

test('hundreds of later leads that share a word and a place do not hide the company itself', async () => {
  const { rep, otherRep } = await seedUsers(db);
  const house = { companyName: 'Gasthof Seerose', city: 'Neustadt an der Aisch' };
  await registerLead(contextFor(db, otherRep, clock.now()), house);
  const lead = { ...house, country: 'DE', postalCode: null, website: null };
  const [key = 0] = leadKeys(lead).candidateKeys;
  await insertLeads(db, {
    ownerId: otherRep.id,
    count: 250,
    from: clock.now(),
    lead: () => ({ candidateKeys: [key], matchingVersion: MATCHING_VERSION }),
  });
  const asked = { companyName: 'Gasthaus Seerose', city: 'Neustadt/Aisch' };
  expect(await checkLeadConflict(contextFor(db, rep, clock.now()), asked)).not.toBe('FREE');
});
