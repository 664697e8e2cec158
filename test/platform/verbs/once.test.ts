import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { NotFoundError } from '../../../src/domain/errors.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { testClock } from '../../support/clock.js';
import { testKeyRing } from '../../support/cursors.js';
import { asManager, asRep, makeLead, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T09:00:00Z');

async function tick(at: string): Promise<void> {
  clock.set(at);
  const found = createTicks(db, clock.now, testKeyRing).find(
    ({ name }) => name === 'forget-old-requests',
  );
  await found?.run(new AbortController().signal);
}

test('of a request nothing is stored by which its input could be guessed at, nor its key', async () => {
  const rep = await asRep(db);
  const { id: leadId } = await makeLead(rep);
  const input = { leadId, name: 'Erika Abt', idempotencyKey: 'for-erika-abt' };
  const { contactId } = await addContact(rep, input);
  const [row] = await db.prisma.idempotencyKey.findMany();
  expect(row).toMatchObject({ verb: 'addContact', resultId: contactId });
  expect(JSON.stringify(row)).not.toContain('erika');
  const guess = {
    country: undefined,
    email: null,
    leadId,
    name: 'Erika Abt',
    phone: null,
    role: null,
  };
  expect(row?.requestHash).not.toBe(
    createHash('sha256').update(JSON.stringify(guess)).digest('hex'),
  );
  // The same key and input answer as before.
  expect(await addContact(rep, input)).toEqual({ contactId, leadId });
  // With another key the same input has another hash.
  await addContact(rep, { ...input, idempotencyKey: 'another' });
  const hashes = (await db.prisma.idempotencyKey.findMany()).map(({ requestHash }) => requestHash);
  expect(new Set(hashes).size).toBe(2);
});

test('a request is forgotten after a week, and is another one then', async () => {
  const rep = await asRep(db, clock.now());
  const { id: leadId } = await makeLead(rep);
  const input = { leadId, name: 'Erika Abt', idempotencyKey: 'one' };
  const { contactId } = await addContact(rep, input);
  await tick('2026-03-08T09:00:00Z');
  expect((await addContact(rep, input)).contactId).toBe(contactId);
  await tick('2026-03-08T09:00:01Z');
  expect(await db.prisma.idempotencyKey.count()).toBe(0);
  expect((await addContact(rep, input)).contactId).not.toBe(contactId);
});

test('what an agent may not see any more is not answered again', async () => {
  const rep = await asRep(db);
  const contact = { name: 'Erika Abt', email: 'erika@adler.example' };
  const company = { companyName: 'Hotel Adler', city: 'Ulm', contacts: [contact] };
  const registering = { ...company, idempotencyKey: 'adler' };
  const { leadId } = await registerLead(rep, registering);
  const adding = { leadId, name: 'Karl Tal', idempotencyKey: 'karl' };
  await addContact(rep, adding);
  const { id: ownerId } = await makeUser(db);
  await reassignLead(await asManager(db), { leadId, ownerId });
  await expect(registerLead(rep, registering)).rejects.toThrow(NotFoundError);
  await expect(addContact(rep, adding)).rejects.toThrow(NotFoundError);
});
