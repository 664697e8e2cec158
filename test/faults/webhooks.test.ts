import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '../features/webhooks/receiver.js';
import { TEST_DATABASE_URL } from '../support/database.js';
import { logActivity, registerLead } from './ask.js';
import { skippedBecause } from './binaries.js';
import { type Installation, type Servers, startServers } from './installation.js';
import { until } from './until.js';

const why = TEST_DATABASE_URL ? skippedBecause : 'run with TEST_DATABASE_URL only';

const EVENTS = 250;

describe.skipIf(why)(`webhooks${why ? ` (skipped: ${why})` : ''}`, { timeout: 240_000 }, () => {
  let servers: Servers;
  let receiver: Receiver;
  let home: Installation;
  beforeAll(async () => {
    servers = await startServers();
    receiver = await startReceiver();
    home = await servers.install({ WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' });
  });
  afterAll(async () => {
    await home?.[Symbol.asyncDispose]();
    await receiver?.[Symbol.asyncDispose]();
    await servers?.[Symbol.asyncDispose]();
  });

  test('an endpoint that comes back has everything in order, whichever replica it was that failed', async () => {
    const [one] = await Promise.all([home.startReplica(), home.startReplica()]);
    const leadId = await registerLead(home.ask(one, home.anna));
    await home.ask(one, home.admin)(
      `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }`,
      {
        input: {
          name: 'CRM',
          url: receiver.url,
          types: ['ACTIVITY_LOGGED'],
          userId: Buffer.from(`User:${home.anna.id}`).toString('base64'),
        },
      },
    );
    let away = true;
    receiver.onRequest = () => {
      if (away) receiver.answerNext({ status: 503 });
    };
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        for (let nth = 0; nth < EVENTS / 5; nth += 1) {
          await logActivity(home.ask(one, home.anna), leadId, randomUUID());
        }
      }),
    );
    await until(() => receiver.received.length > 4, true);
    away = false;
    const before = receiver.received.length;
    await until(() => receiver.received.length, before + EVENTS, { everyMs: 20 });
    const [{ positions } = { positions: [] }] = await home.query<{ positions: string[] }>(
      `SELECT array_agg(replace(id::text, '-', '') ORDER BY position) AS positions FROM domain_event
       WHERE type = 'ACTIVITY_LOGGED'`,
    );
    const told = receiver.received.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(told).toHaveLength(positions.length);
    expect(new Set(told).size).toBe(EVENTS);
    expect(told.map((id, nth) => String(id).includes(positions[nth] ?? '?'))).toEqual(
      told.map(() => true),
    );
  });
});
