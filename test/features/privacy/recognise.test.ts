import { beforeAll, beforeEach, expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { createImportWorker } from '../../../src/features/imports/import-worker.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { type KeyRing, parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { createLog } from '../../../src/platform/ops/log.js';
import { asRep, makeLead, type TestContext } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { csv, outcome } from '../imports/importing.js';

const db = await testDatabase();

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString('base64')}`;
const OLD = parseKeyRing(key(1));
const ROTATED = parseKeyRing(`${key(2)},${key(1)}`);
const FORGOTTEN = parseKeyRing(key(2));

let anna: TestContext;
let bert: TestContext;
let count = 0;
let cafes = 0;
let email: string;
let phone: string;

beforeAll(async () => {
  anna = await asRep(db);
  bert = await asRep(db);
});

beforeEach(() => {
  count += 1;
  email = `erika@adler${count}.example`;
  phone = `+4922112340${count}`;
});

/** A lead of Anna's that ended and was pseudonymised. */
async function makeFormerLead(
  end: typeof releaseLead = releaseLead,
  ring: KeyRing = OLD,
): Promise<string> {
  const { id } = await makeLead(anna, { contacts: [{ name: 'Erika Muster', email, phone }] });
  await end(anna, { leadId: id });
  await db.transaction((tx) => pseudonymizeLeads({ ...anna, tx }, ring, [id]));
  return id;
}

async function register(contact: object, ring: KeyRing) {
  cafes += 1;
  const company = { companyName: `Café ${cafes}`, city: 'Bonn' };
  const { leadId } = await registerLead(bert, { ...company, contacts: [contact] }, ring);
  const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const event = await db.prisma.domainEvent.findFirstOrThrow({ where: { leadId } });
  const entry = await db.prisma.auditEntry.findFirstOrThrow({ where: { leadId } });
  return { former: lead.formerLeadId, event: event.payload, audit: entry.after };
}

test.each<[string, KeyRing, KeyRing, boolean]>([
  ['before the keys are rotated', OLD, OLD, true],
  ['after the keys were rotated', OLD, ROTATED, true],
  ['pseudonymised after the rotation', ROTATED, ROTATED, true],
  ['not once its key has left the ring', OLD, FORGOTTEN, false],
])('a pseudonymised contact is recognised by e-mail and phone: %s', async (_when, then, now, known) => {
  const id = await makeFormerLead(releaseLead, then);
  for (const contact of [{ email: email.toUpperCase() }, { phone }]) {
    const { former, event, audit } = await register(contact, now);
    expect(former).toBe(known ? id : null);
    expect(JSON.stringify(audit).includes(id)).toBe(known);
    // Another company: where the person was known before is told to no agent.
    expect(JSON.stringify(event)).not.toContain(id);
  }
});

test('of a lead that not everybody may know of the event tells nothing', async () => {
  const id = await makeFormerLead(markLeadLost);
  const { former, event, audit } = await register({ email }, OLD);
  expect(former).toBe(id);
  expect(audit).toMatchObject({ formerLeadId: id });
  expect(event).not.toHaveProperty('formerLeadId');
});

test('an ended lead that is not pseudonymised yet is recognised as well', async () => {
  const { id } = await makeLead(anna, { contacts: [{ email }] });
  await releaseLead(anna, { leadId: id });
  expect(await register({ email }, OLD)).toMatchObject({ former: id });
});

test('somebody unknown is not recognised', async () => {
  await makeFormerLead();
  expect(await register({ email: 'other@adler.example' }, OLD)).toMatchObject({ former: null });
});

test('whose lead somebody took out of the pool is under protection, and no more is said', async () => {
  const id = await makeFormerLead();
  await claimLead(anna, { leadId: id });
  await expect(register({ email }, OLD)).rejects.toThrow(
    'possibly the same as one under protection',
  );
  const company = { companyName: 'Bistro Unbekannt', city: 'Trier' };
  expect(await checkLeadConflict(bert, { ...company, email }, OLD)).toBe('POSSIBLY_SAME');
  expect(await checkLeadConflict(bert, company, OLD)).toBe('FREE');
});

test('a contact that was known twice is buried twice, and recognised by both', async () => {
  const id = await makeFormerLead();
  await claimLead(anna, { leadId: id });
  const { id: contactId } = await db.prisma.contact.findFirstOrThrow({ where: { leadId: id } });
  const later = `later@later${count}.example`;
  await db.prisma.contact.update({
    where: { id: contactId },
    data: { email: later, emailKey: later },
  });
  await releaseLead(anna, { leadId: id });
  await db.transaction((tx) => pseudonymizeLeads({ ...anna, tx }, ROTATED, [id]));
  expect(await register({ email: later }, ROTATED)).toMatchObject({ former: id });
  expect(await register({ phone }, ROTATED)).toMatchObject({ former: id });
});

test('of the same company in the pool the event tells, since every agent may know it', async () => {
  const { id, companyName, city } = await makeLead(anna, { contacts: [{ email }] });
  await releaseLead(anna, { leadId: id });
  await db.transaction((tx) => pseudonymizeLeads({ ...anna, tx }, OLD, [id]));
  const { leadId } = await registerLead(bert, { companyName, city, contacts: [{ email }] }, OLD);
  const event = await db.prisma.domainEvent.findFirstOrThrow({ where: { leadId } });
  expect(event.payload).toMatchObject({ formerLeadId: id });
});

test('an imported row of one becomes a lead, and its report names no company', async () => {
  const id = await makeFormerLead();
  const log = createLog('silent', { write: () => {} });
  const imports = createImportWorker({ db, keyRing: ROTATED, clock: () => bert.now, log });
  await importLeads(
    bert,
    csv('Company,City,Email,Phone', `Hotel Neu,Kiel,,${phone}`, 'Gasthof Linde,Kiel,,'),
  );
  await imports.kick();
  const { rows } = await outcome(db);
  expect(rows).toMatchObject([
    { outcome: 'CREATED', duplicateOfLeadId: null, problems: [] },
    { outcome: 'CREATED', problems: [] },
  ]);
  expect(await db.prisma.lead.findFirst({ where: { companyName: 'Hotel Neu' } })).toMatchObject({
    formerLeadId: id,
  });
});

test('an imported row of one that is under protection again is a duplicate of no lead that is named', async () => {
  const id = await makeFormerLead();
  await claimLead(bert, { leadId: id });
  const log = createLog('silent', { write: () => {} });
  const imports = createImportWorker({ db, keyRing: ROTATED, clock: () => bert.now, log });
  await importLeads(bert, csv('Company,City,Email', `Hotel Fremd,Husum,${email}`));
  await imports.kick();
  const { rows } = await outcome(db);
  expect(rows).toMatchObject([
    { outcome: 'REJECTED', duplicateOfLeadId: null, problems: [{ code: 'POSSIBLY_SAME' }] },
  ]);
});
