import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { AS_SYSTEM } from '../src/domain/actor.js';
import { leadMatchKey } from '../src/domain/matching/normal-forms.js';
import { searchText } from '../src/domain/text/search.js';
import { createDispatcher } from '../src/features/mail/dispatcher.js';
import { createSmtpTransport } from '../src/features/mail/smtp-transport.js';
import { enqueueEmails } from '../src/features/outbox/enqueue-email.js';
import { newId } from '../src/platform/db/ids.js';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, timed } from './measure.js';

const MAILS = 500;
const ANSWER_MS = 50;

/** Mails judged, rendered and sent to a server that takes 50 ms for the sender, the recipient and the mail, against 50 a second. */
export async function benchMails(): Promise<Figure[]> {
  let taken = 0;
  const slowly = (callback: () => void) => void pause(ANSWER_MS).then(callback);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, callback) => slowly(() => callback()),
    onRcptTo: (_address, _session, callback) => slowly(() => callback()),
    onData(stream, _session, callback) {
      stream.resume();
      stream.on('end', () => {
        taken += 1;
        slowly(() => callback());
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  try {
    return await withBenchDatabase(async (db) => {
      const now = new Date();
      const [ownerId, leadId, ownershipId] = [newId(), newId(), newId()];
      const company = { companyName: 'Gasthof Krone', city: 'Husum', country: 'DE' };
      await db.transaction(async (tx) => {
        await tx.user.create({
          data: { id: ownerId, email: 'anna@bench.example', name: 'Anna', role: 'REP' },
        });
        await tx.lead.create({
          data: {
            id: leadId,
            ...company,
            stage: 'REGISTERED',
            ownerId,
            registeredAt: now,
            searchText: searchText(company),
            matchKey: leadMatchKey(company),
          },
        });
        await tx.ownership.create({ data: { id: ownershipId, leadId, ownerId, assignedAt: now } });
        const reminders = Array.from({ length: MAILS }, (_, nth) => ({
          id: newId(),
          leadId,
          ownershipId,
          recipientId: ownerId,
          kind: 'FOLLOW_UP',
          windowStart: new Date(now.getTime() + nth),
          dueAt: now,
        }));
        await tx.reminder.createMany({ data: reminders });
        await enqueueEmails(
          tx,
          reminders.map(({ id }) => ({
            template: 'follow-up',
            locale: 'de',
            recipient: 'anna@bench.example',
            data: { dueAt: now },
            reference: { reminderId: id },
            dedupeKey: id,
            leadId,
          })),
        );
      }, AS_SYSTEM);
      const dispatcher = createDispatcher({
        db,
        clock: () => new Date(),
        log: pino({ level: 'silent' }),
        transport: createSmtpTransport({
          url: `smtp://127.0.0.1:${port}`,
          from: 'l@bench.example',
        }),
        settings: { publicUrl: null },
      });
      const ms = await timed(() => dispatcher.dispatchDue());
      await dispatcher.stop();
      if (taken !== MAILS) throw new Error(`Of ${MAILS} mails the server was sent ${taken}.`);
      return [
        figure('mails: a mail / a fiftieth of a second', ms / MAILS, 20, 'ms', { atMost: 1 }),
      ];
    });
  } finally {
    server.close();
  }
}
