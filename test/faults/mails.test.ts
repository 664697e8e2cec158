import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../src/domain/actor.js';
import { globalIdOf } from '../../src/domain/global-id.js';
import { enqueueEmails } from '../../src/features/outbox/enqueue-email.js';
import { newId } from '../../src/platform/db/ids.js';
import { openDatabase } from '../../src/platform/db/open.js';
import { TEST_DATABASE_URL } from '../support/database.js';
import { registerLead } from './ask.js';
import { skippedBecause } from './binaries.js';
import { type Installation, type Servers, startServers } from './installation.js';
import { type SlowMailServer, startSlowMailServer } from './slow-mail-server.js';
import { until } from './until.js';

const why = TEST_DATABASE_URL ? skippedBecause : 'run with TEST_DATABASE_URL only';

const MAILS = 400;
const KILLS = 3;
const REPLICAS = 2;

interface Row {
  readonly messageId: string | null;
  readonly status: string;
  readonly serverAnswer: string | null;
}

describe.skipIf(why)(
  `mails and SIGKILL${why ? ` (skipped: ${why})` : ''}`,
  { timeout: 240_000 },
  () => {
    let servers: Servers;
    let mailServer: SlowMailServer;
    let home: Installation;
    beforeAll(async () => {
      servers = await startServers();
      mailServer = await startSlowMailServer(30);
      home = await servers.install({ SMTP_URL: mailServer.url });
    });
    afterAll(async () => {
      await home?.[Symbol.asyncDispose]();
      await mailServer?.[Symbol.asyncDispose]();
      await servers?.[Symbol.asyncDispose]();
    });

    const rows = () =>
      home.query<Row>(
        `SELECT message_id AS "messageId", status, server_answer AS "serverAnswer" FROM outbox_email`,
      );

    test('every mail that is SENT was taken, and what was taken is repeated once for each kill at most', async () => {
      let replicas = await startAll(home);
      const [first] = replicas;
      if (!first) throw new Error('There is no replica.');
      await enqueueFollowUps(home, await registerLead(home.ask(first, home.anna)));

      const underWay: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = mailServer.taken.length;
        const inTheMiddle = () =>
          mailServer.taken.length > before + 40 && mailServer.unanswered.size > 0;
        await until(inTheMiddle, true, { everyMs: 1 });
        for (const { child } of replicas) child.process.kill('SIGKILL');
        await Promise.all(replicas.map(({ child }) => child.exited));
        // As if the dead had been silent for as long as their claims last.
        const claimed = await home.query<{ id: string }>(
          `UPDATE outbox_email SET locked_until = NULL WHERE locked_until IS NOT NULL
         RETURNING message_id AS id`,
        );
        underWay.push(...claimed.map(({ id }) => id));
        replicas = await startAll(home);
      }
      await until(async () => {
        // As if the waits after a refusal were over.
        await home.query(
          `UPDATE outbox_email SET next_attempt_at = now() WHERE status = 'PENDING' AND locked_until IS NULL`,
        );
        return (await rows()).filter(({ status }) => status !== 'SENT').length;
      }, 0);

      const sent = await rows();
      expect(sent.length).toBeGreaterThanOrEqual(MAILS);
      const taken = new Set(
        mailServer.taken.map(({ messageId, answer }) => `${messageId} ${answer}`),
      );
      expect(sent.filter((row) => !taken.has(`${row.messageId} ${row.serverAnswer}`))).toEqual([]);
      // Each once, and once more for each kill that it was under way at.
      const allowed = [...sent.map(({ messageId }) => messageId ?? ''), ...underWay];
      const times = (all: readonly string[], id: string) => all.filter((one) => one === id).length;
      const came = mailServer.taken.map(({ messageId }) => messageId);
      expect([...new Set(came)].filter((id) => times(came, id) > times(allowed, id))).toEqual([]);
      expect(underWay.length).toBeGreaterThan(0);
      expect(mailServer.refused).toBeGreaterThan(0);
    });
  },
);

function startAll(home: Installation) {
  return Promise.all(Array.from({ length: REPLICAS }, () => home.startReplica()));
}

/** Mails to Anna about follow-ups of hers, that no job sends again. */
async function enqueueFollowUps(home: Installation, leadId: string): Promise<void> {
  const db = await openDatabase({ kind: 'postgres', url: home.env.DATABASE_URL ?? '' });
  try {
    const { id: recipientId, email: recipient } = home.anna;
    await db.transaction(async (tx) => {
      const leads = await tx.lead.findMany({
        select: { id: true, ownerships: { select: { id: true } } },
      });
      const lead = leads.find(({ id }) => globalIdOf('Lead', id) === leadId);
      if (!lead) throw new Error(`There is no lead ${leadId}.`);
      const now = new Date();
      const reminders = Array.from({ length: MAILS }, (_, nth) => ({
        id: newId(),
        leadId: lead.id,
        ownershipId: lead.ownerships[0]?.id ?? null,
        recipientId,
        kind: 'FOLLOW_UP',
        dueAt: now,
        sentAt: now,
        windowStart: new Date(now.getTime() + nth),
      }));
      await tx.reminder.createMany({ data: reminders });
      await enqueueEmails(
        tx,
        reminders.map(({ id: reminderId }) => ({
          template: 'follow-up',
          locale: 'de',
          recipient,
          data: { dueAt: now },
          reference: { reminderId },
          leadId: lead.id,
          dedupeKey: `test:${reminderId}`,
        })),
      );
    }, AS_SYSTEM);
  } finally {
    await db.stop();
  }
}
