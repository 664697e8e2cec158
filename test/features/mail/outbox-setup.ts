import pino from 'pino';
import { afterAll, beforeEach } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { createDispatcher, type DispatcherOptions } from '../../../src/features/mail/dispatcher.js';
import {
  createSmtpTransport,
  type SmtpOptions,
} from '../../../src/features/mail/smtp-transport.js';
import { enqueueEmails, type NewEmail } from '../../../src/features/outbox/enqueue-email.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { contextFor, leadRow, makeUser } from '../../support/factories.js';

export let db: TestDatabase;
export const clock = testClock('2026-03-03T09:00:00Z');

/** To be called once at the top of a test file: a database for it, empty before each test. */
export async function useOutboxDatabase(): Promise<void> {
  db = await openTestDatabase();
  beforeEach(async () => {
    await db.reset();
    clock.set('2026-03-03T09:00:00Z');
  });
  afterAll(() => db[Symbol.asyncDispose]());
}

export interface FollowUpTexts {
  readonly companyName?: string;
  readonly city?: string;
  readonly note?: string;
}

/** Puts one mail to each recipient into the outbox, each about a follow-up of their own on one and the same lead. */
export async function enqueue(
  recipients: readonly string[],
  { companyName = 'Café Größe', city = 'Köln', note = 'Grüße' }: FollowUpTexts = {},
) {
  const company = { companyName, city, country: 'DE' };
  const owners = await Promise.all(
    recipients.map((email) =>
      db.prisma.user.upsert({
        where: { email },
        create: { id: newId(), email, name: 'Anna', role: 'REP' },
        update: {},
      }),
    ),
  );
  const [owner] = owners;
  if (!owner) return;
  const at = clock.now();
  const leadId = newId();
  await db.prisma.lead.create({
    data: leadRow({
      ...company,
      id: leadId,
      ownerId: owner.id,
      registeredAt: at,
      assignedAt: at,
      progressAnchor: at,
    }),
  });
  const ownershipId = newId();
  await db.prisma.ownership.create({
    data: { id: ownershipId, leadId, ownerId: owner.id, assignedAt: at },
  });
  const reminders = owners.map(({ id: recipientId }, nth) => ({
    id: newId(),
    leadId,
    ownershipId,
    recipientId,
    kind: 'FOLLOW_UP',
    note,
    windowStart: new Date(at.getTime() + nth),
    dueAt: at,
  }));
  await db.prisma.reminder.createMany({ data: reminders });
  await db.transaction((tx) =>
    enqueueEmails(
      tx,
      reminders.map(({ id: reminderId }, nth) => ({
        ...followUp(recipients[nth] ?? ''),
        reference: { reminderId },
        leadId,
      })),
    ),
  );
}

/** A mail that says nothing of what it is about, so that it can never be rendered. */
export async function enqueueBroken(recipient: string) {
  await db.transaction((tx) => enqueueEmails(tx, [followUp(recipient)]));
  await db.prisma.outboxEmail.updateMany({ where: { recipient }, data: { reference: {} } });
}

export function followUp(
  recipient: string,
  dedupeKey = `test:${recipient}`,
): NewEmail<'follow-up'> {
  const reference = { reminderId: newId() };
  // The rest of what it shows is taken from the reminder when it is sent.
  const data = { dueAt: clock.now() };
  return { template: 'follow-up', locale: 'de', recipient, reference, data, dedupeKey };
}

export function dispatcher(
  url: string,
  { timeouts = {}, ...changes }: Partial<DispatcherOptions> & Pick<SmtpOptions, 'timeouts'> = {},
) {
  return createDispatcher({
    db,
    transport: createSmtpTransport({ url, from: 'Leadwarden <leads@example.com>', timeouts }),
    clock: clock.now,
    log: pino({ level: 'silent' }),
    random: () => 1,
    ...changes,
    settings: { publicUrl: null, domain: 'example.com', slowAfterMs: 60_000, ...changes.settings },
  });
}

export async function outbox() {
  const rows = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ recipient, status, attempts }) => ({ recipient, status, attempts }));
}

export async function asRole(role: Role): Promise<VerbContext> {
  return contextFor(db, await makeUser(db, { name: role, role }), clock.now());
}
