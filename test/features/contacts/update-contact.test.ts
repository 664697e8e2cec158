import { expect, test } from 'vitest';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

test('of two who change a contact at once the second one is told', async () => {
  const rep = await asRep(db);
  const { id: leadId } = await makeLead(rep);
  const { contactId } = await addContact(rep, { leadId, name: 'Erika Abt' });
  const read = { contactId, expectedVersion: 1 };
  await updateContact(rep, { ...read, role: 'Head of purchasing' });
  await expect(updateContact(rep, { ...read, role: 'Cook' })).rejects.toMatchObject({
    reason: 'STALE_VERSION',
    message: 'The contact is at version 2, expected was 1: it was changed meanwhile.',
  });
  await updateContact(rep, { contactId, primary: true });
  await expect(db.prisma.contact.findUnique({ where: { id: contactId } })).resolves.toMatchObject({
    role: 'Head of purchasing',
    primary: true,
    version: 3,
  });
  // Another contact that is the primary one from now on changes this one too.
  await addContact(rep, { leadId, name: 'Max Abt', primary: true });
  await expect(updateContact(rep, { contactId, expectedVersion: 3 })).rejects.toThrow('version 4');
});
