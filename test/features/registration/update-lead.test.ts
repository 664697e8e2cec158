import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, NotFoundError, ValidationError } from '../../../src/domain/errors.js';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { removeContact } from '../../../src/features/contacts/remove-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import {
  type UpdateLeadInput,
  updateLead,
} from '../../../src/features/registration/update-lead.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const update = (changes: Omit<Partial<UpdateLeadInput>, 'leadId'>, who: keyof Users = 'rep') =>
  updateLead(as(who), { leadId, expectedVersion: 1, ...changes });
const readLead = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
const contacts = () =>
  db.prisma.contact.findMany({ where: { leadId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  const registered = await registerLead(as('rep'), {
    companyName: 'Hotel Adler',
    city: 'Ulm',
    source: 'Fair',
    contacts: [{ name: 'Erika Muster', email: 'erika@adler.example' }],
  });
  leadId = registered.leadId;
});

describe('updating a lead', () => {
  test('to another country makes the numbers of its contacts those of that country', async () => {
    await addContact(as('rep'), { leadId, name: 'Karl', phone: '0662 84 24 88' });
    await addContact(as('rep'), { leadId, name: 'Ines', phone: '+49 731 123456' });
    await update({ country: 'AT', expectedVersion: (await readLead()).version });
    const keys = async () => (await contacts()).map(({ phoneKey }) => phoneKey);
    expect(await keys()).toEqual([null, '+43662842488', '+49731123456']);
    // By the number as it is now another registration is recognised.
    const other = registerLead(as('otherRep'), {
      companyName: 'Pension Bergblick',
      city: 'Salzburg',
      country: 'AT',
      contacts: [{ name: 'Karl', phone: '+43 662 842488' }],
    });
    await expect(other).rejects.toThrow('possibly the same');
  });

  test('to another country is refused where a number then belongs to a lead under protection', async () => {
    await registerLead(as('otherRep'), {
      companyName: 'Pension Bergblick',
      city: 'Salzburg',
      country: 'AT',
      contacts: [{ name: 'Karl', phone: '0662 842488' }],
    });
    await addContact(as('rep'), { leadId, name: 'Karl', phone: '0662 84 24 88' });
    const moving = update({ country: 'AT', expectedVersion: (await readLead()).version });
    await expect(moving).rejects.toThrow('possibly the same');
  });

  test('changes what is named and leaves the rest', async () => {
    clock.advance({ days: 1 });
    const answer = await update({ companyName: 'Hotel Löwe', notes: ' Knows us ', source: null });
    expect(answer).toEqual({ leadId, version: 2 });
    expect(await readLead()).toMatchObject({
      companyName: 'Hotel Löwe',
      city: 'Ulm',
      notes: 'Knows us',
      source: null,
      matchKey: 'love',
      searchText: 'hotel lowe ulm',
      version: 2,
      updatedAt: clock.now(),
    });
    const [audit] = await db.prisma.auditEntry.findMany({ where: { action: 'updateLead' } });
    expect(audit).toMatchObject({
      before: { companyName: 'Hotel Adler', notes: null, source: 'Fair' },
      after: { companyName: 'Hotel Löwe', notes: 'Knows us', source: null },
    });
    const [event] = await db.prisma.domainEvent.findMany({ where: { type: 'LEAD_UPDATED' } });
    expect(event?.payload).toEqual({ version: 2, fields: ['companyName', 'notes', 'source'] });
  });

  test('is refused when somebody else changed it meanwhile', async () => {
    const results = await Promise.allSettled([
      update({ notes: 'one' }),
      update({ notes: 'two' }, 'manager'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(update({ notes: 'three' })).rejects.toThrow(
      'The lead is at version 2, expected was 1: it was changed meanwhile.',
    );
  });

  test('projects it anew when its business type has a policy of its own', async () => {
    const policy = { ...DEFAULT_POLICY, overrides: { CANTEEN: { progressDays: 90 } } };
    await db.prisma.policyVersion.create({
      data: { version: 2, policy: JSON.parse(JSON.stringify(policy)), validFrom: clock.now() },
    });
    await update({ businessType: 'CANTEEN' });
    expect(await readLead()).toMatchObject({
      progressDeadline: new Date('2026-05-30T08:00:00Z'),
      policyVersion: 2,
    });
  });

  test('moves the stage forward only', async () => {
    await update({ stage: 'QUALIFIED', vatId: 'DE123456789' });
    await expect(update({ stage: 'REGISTERED', expectedVersion: 2 })).rejects.toMatchObject(
      invalid('stage'),
    );
    await expect(update({ vatId: null, expectedVersion: 2 })).rejects.toMatchObject(
      invalid('vatId'),
    );
  });

  test('makes a pre-registered lead a registered one together with its contact', async () => {
    const { id } = await makeLead(as('rep'), { contacts: null });
    const input = { leadId: id, expectedVersion: 1 };
    const contact = { email: 'info@neu.example' };
    await expect(addContact(as('rep'), { leadId: id, ...contact })).rejects.toThrow(
      ValidationError,
    );
    await expect(updateLead(as('rep'), { ...input, stage: 'REGISTERED' })).rejects.toThrow(
      ValidationError,
    );
    await updateLead(as('rep'), { ...input, stage: 'REGISTERED', addContacts: [contact] });
    expect(await db.prisma.contact.findMany({ where: { leadId: id } })).toMatchObject([
      { ...contact, primary: true },
    ]);
  });

  test('does not make it a company that somebody else has under protection', async () => {
    await registerLead(as('otherRep'), { companyName: 'Hotel Löwe', city: 'Ulm' });
    await expect(update({ companyName: 'Hotel Loewe GmbH' })).rejects.toThrow(ConflictError);
    await update({ companyName: 'HOTEL ADLER' });
  });

  test('frees the old name for others and guards the new one', async () => {
    await update({ companyName: 'Hotel Stern', city: 'Bonn' });
    await registerLead(as('otherRep'), { companyName: 'Hotel Adler', city: 'Ulm' });
    const renamed = { companyName: 'Hotel Stern GmbH', city: 'Bonn' };
    await expect(registerLead(as('otherRep'), renamed)).rejects.toThrow(ConflictError);
  });

  test('is for those who see it, while it is under protection', async () => {
    await expect(update({ notes: 'x' }, 'otherRep')).rejects.toThrow(NotFoundError);
    await releaseLead(as('rep'), { leadId });
    await expect(update({ notes: 'x', expectedVersion: 2 }, 'manager')).rejects.toThrow(
      ConflictError,
    );
  });
});

describe('contacts', () => {
  test('are added, and one of them is the primary one', async () => {
    const { contactId } = await addContact(as('rep'), {
      leadId,
      name: 'Jan',
      phone: '0731 123456',
    });
    expect(await contacts()).toMatchObject([
      { name: 'Erika Muster', primary: true },
      { id: contactId, phoneKey: '+49731123456', primary: false },
    ]);
    await updateContact(as('rep'), { contactId, primary: true, role: 'Chef' });
    expect(await contacts()).toMatchObject([
      { name: 'Erika Muster', primary: false },
      { name: 'Jan', role: 'Chef', primary: true },
    ]);
    await removeContact(as('rep'), { contactId });
    expect(await contacts()).toMatchObject([{ name: 'Erika Muster', primary: true }]);
  });

  test('are added once for one idempotency key', async () => {
    const input = { leadId, name: 'Jan', idempotencyKey: 'k' };
    const [one, two] = await Promise.all([
      addContact(as('rep'), input),
      addContact(as('rep'), input),
    ]);
    expect(one).toEqual(two);
    expect(await contacts()).toHaveLength(2);
  });

  test('name what is wrong with them', async () => {
    await expect(addContact(as('rep'), { leadId, email: 'x' })).rejects.toMatchObject({
      problems: [{ path: 'email' }],
    });
    await expect(addContact(as('rep'), { leadId })).rejects.toMatchObject({
      problems: [{ path: 'name' }],
    });
  });

  test('keep the last one that a registered lead needs', async () => {
    const [erika] = await contacts();
    const contactId = erika?.id ?? '';
    await expect(removeContact(as('rep'), { contactId })).rejects.toThrow(ConflictError);
    await expect(updateContact(as('rep'), { contactId, email: null })).rejects.toThrow(
      ConflictError,
    );
    await updateContact(as('rep'), { contactId, email: null, phone: '0731 123456' });
    await addContact(as('rep'), { leadId, email: 'jan@adler.example' });
    await removeContact(as('rep'), { contactId });
  });

  test('are not needed where notes or an activity document the first contact', async () => {
    const [erika] = await contacts();
    const contactId = erika?.id ?? '';
    await update({ notes: 'Met her at the fair' });
    await removeContact(as('rep'), { contactId });
    expect(await contacts()).toEqual([]);
    expect((await readLead()).stage).toBe('REGISTERED');
  });

  test('that come with a change may be no other lead’s', async () => {
    const email = 'chef@krone.example';
    await registerLead(as('otherRep'), {
      companyName: 'Krone',
      city: 'Bonn',
      contacts: [{ email }],
    });
    await expect(update({ addContacts: [{ email }] })).rejects.toThrow('possibly the same');
    expect(await contacts()).toHaveLength(1);
  });

  test('of a lead that one does not see do not exist', async () => {
    const [erika] = await contacts();
    await expect(
      updateContact(as('otherRep'), { contactId: erika?.id ?? '', name: 'X' }),
    ).rejects.toThrow(NotFoundError);
  });
});
