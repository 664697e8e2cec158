import pino from 'pino';
import { afterAll, beforeEach } from 'vitest';
import type { Role } from '../../src/auth/actor.js';
import type { VerbContext } from '../../src/context.js';
import { newId } from '../../src/db/ids.js';
import { createDispatcher, type DispatcherOptions } from '../../src/outbox/dispatcher.js';
import { enqueueEmails, type NewEmail } from '../../src/outbox/enqueue-email.js';
import { createSmtpTransport } from '../../src/outbox/smtp-transport.js';
import { testClock } from '../support/clock.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

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

/** Puts one mail to each recipient into the outbox; `broken` mails lack their data. */
export async function enqueue(recipients: readonly string[], changes: Partial<NewEmail> = {}) {
  await db.transaction((tx) =>
    enqueueEmails(
      tx,
      recipients.map((recipient) => ({
        template: 'follow-up',
        locale: 'de',
        recipient,
        dedupeKey: `test:${recipient}`,
        data: { companyName: 'Café Größe', city: 'Köln', dueAt: clock.now(), note: 'Grüße' },
        ...changes,
      })),
    ),
  );
}

export function dispatcher(
  url: string,
  { timeoutMs = 10_000, ...changes }: Partial<DispatcherOptions> & { timeoutMs?: number } = {},
) {
  return createDispatcher({
    db,
    transport: createSmtpTransport({ url, from: 'Leadwarden <leads@example.com>', timeoutMs }),
    clock: clock.now,
    log: pino({ level: 'silent' }),
    random: () => 1,
    ...changes,
    settings: { publicUrl: null, ...changes.settings },
  });
}

export async function outbox() {
  const rows = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ recipient, status, attempts }) => ({ recipient, status, attempts }));
}

export async function asRole(role: Role): Promise<VerbContext> {
  const user = await db.prisma.user.create({
    data: { id: newId(), email: `${newId()}@example.com`, name: role, role },
  });
  const { id, email, name } = user;
  return {
    db,
    actor: { id, role, name, email, territory: null, scopes: null },
    now: clock.now(),
    requestId: 'test',
  };
}
