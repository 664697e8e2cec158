import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import type { TestDatabase } from '../../support/database.js';
import { leadRow, makeUser, type TestUser } from '../../support/factories.js';

export const NOW = new Date('2026-06-01T03:00:00Z');
const BEFORE = new Date('2026-02-01T09:00:00Z');

export const system = (db: TestDatabase): VerbContext => ({
  db,
  actor: SYSTEM_ACTOR,
  now: NOW,
  requestId: null,
});

/** Of another domain than the customers are. */
export function makeOwner(db: TestDatabase): Promise<TestUser> {
  return makeUser(db, { email: `${newId()}@agents.example`, name: 'Agent' });
}

/** A lead that has expired, with a row in every table that can hold one; `word` is in all free text. */
export async function leadWithEverything(
  { prisma }: TestDatabase,
  owner: { id: string; email: string },
  word: string,
): Promise<string> {
  const leadId = newId();
  const ownershipId = newId();
  const sampleId = newId();
  const importId = newId();
  const email = `${word}@customer.example`;
  const at = BEFORE;
  await prisma.lead.create({
    data: leadRow({
      id: leadId,
      stage: 'QUALIFIED',
      status: 'EXPIRED',
      endReason: 'NO_PROGRESS',
      endedAt: at,
      registeredAt: at,
      source: 'Messe',
      businessType: 'HOTEL',
      notes: word,
      website: `${word}.example`,
      vatId: word,
      tags: [word],
    }),
  });
  await prisma.ownership.create({
    data: {
      id: ownershipId,
      leadId,
      ownerId: owner.id,
      assignedAt: at,
      endedAt: NOW,
      endReason: 'NO_PROGRESS',
      backdateReason: word,
    },
  });
  await prisma.contact.create({
    data: {
      id: newId(),
      leadId,
      name: word,
      email,
      phone: '040 123456',
      role: word,
      emailKey: email,
      phoneKey: '+4940123456',
    },
  });
  await prisma.activity.create({
    data: {
      id: newId(),
      leadId,
      ownershipId,
      authorId: owner.id,
      kind: 'NOTE',
      performedAt: at,
      note: word,
      voidedAt: at,
      voidReason: word,
    },
  });
  for (const reason of ['OTHER', 'SUPPLY_ISSUE']) {
    await prisma.hold.create({
      data: {
        id: newId(),
        leadId,
        ownershipId,
        startedById: owner.id,
        reason,
        text: word,
        startAt: at,
        voidedAt: at,
        voidReason: word,
      },
    });
  }
  await prisma.reminder.create({
    data: {
      id: newId(),
      leadId,
      recipientId: owner.id,
      kind: 'FOLLOW_UP',
      windowStart: at,
      dueAt: at,
      note: word,
    },
  });
  await prisma.sample.create({
    data: {
      id: sampleId,
      leadId,
      requestedById: owner.id,
      trackingCode: word,
      feedbackName: word,
      feedbackTokenHash: word,
      feedbackTokenExpiresAt: NOW,
      items: { create: { id: newId(), sku: 'S-1', name: 'Lachs', quantity: 1, comment: word } },
    },
  });
  await prisma.extensionRequest.create({
    data: {
      id: newId(),
      leadId,
      ownershipId,
      requestedById: owner.id,
      months: 1,
      reason: word,
      note: word,
    },
  });
  await prisma.conflict.create({
    data: {
      id: newId(),
      kind: 'OVERRIDDEN',
      verdict: 'POSSIBLY_SAME',
      verb: 'registerLead',
      askedById: owner.id,
      leadId,
      newLeadId: leadId,
      why: ['NAME'],
      reason: word,
      status: 'CONFIRMED',
      note: word,
      decidedAt: at,
      createdAt: at,
    },
  });
  await prisma.importJob.create({
    data: { id: importId, createdById: owner.id, fileName: 'leads.csv', contentHash: leadId },
  });
  await prisma.importRow.create({
    data: { id: newId(), importId, line: 2, outcome: 'CREATED', leadId, problems: problems(word) },
  });
  await prisma.importRow.create({
    data: {
      id: newId(),
      importId,
      line: 3,
      outcome: 'DUPLICATE',
      duplicateOfLeadId: leadId,
      problems: problems(word),
    },
  });
  await prisma.domainEvent.create({
    data: { id: newId(), type: 'LEAD_REGISTERED', occurredAt: at, leadId, payload: { leadId } },
  });
  await prisma.auditEntry.create({
    data: {
      id: newId(),
      occurredAt: at,
      action: 'registerLead',
      entity: 'Lead',
      entityId: leadId,
      leadId,
      before: { notes: word },
      after: { contacts: [{ name: word }] },
    },
  });
  const mail = { template: 'follow-up', locale: 'de', data: { note: word }, lastError: word };
  const mails = [
    { ...mail, recipient: owner.email, leadId, subject: word, textBody: word, htmlBody: word },
    { ...mail, recipient: email, leadId },
    { ...mail, recipient: email.toUpperCase(), subject: word },
  ];
  for (const row of mails) {
    const id = newId();
    await prisma.outboxEmail.create({ data: { id, dedupeKey: id, messageId: id, ...row } });
  }
  await prisma.idempotencyKey.create({
    data: {
      actorId: owner.id,
      verb: 'registerLead',
      key: word,
      requestHash: word,
      resultId: leadId,
    },
  });
  return leadId;
}

function problems(word: string) {
  const remark = { code: 'INVALID_EMAIL', field: 'email', column: 'E-Mail' };
  return [{ ...remark, value: word, message: `${word} is no address`, params: { found: word } }];
}
