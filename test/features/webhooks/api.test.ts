import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { globalId, openTestApi, type TestApi } from '../../support/api.js';
import { type Receiver, startReceiver, verify } from './receiver.js';

let api: TestApi;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  api = await openTestApi({ started: true, env: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  api.app.webhooks.start();
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const CREATE = `mutation ($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    ... on CreateWebhookPayload { secret replayed webhook { id cursor } }
    ... on UserError { message }
  }
}`;

const LISTS = `{
  webhooks { edges { node {
    name url types status disabledReason version oldSecretUntil user { name } createdBy { name } lead { id }
  } } }
  webhookDeliveries(filter: { status: [DELIVERED] }) { edges { node {
    type status attempts nextAttemptAt messageId webhook { name }
    attemptLog { statusCode error response }
  } } }
}`;

test('what happens in the API arrives at once at an endpoint made by the API, and admins and auditors see how', async () => {
  const [admin, auditor, anna] = [
    await api.user('ADMIN', { name: 'Eva' }),
    await api.user('AUDITOR', { name: 'Otto' }),
    await api.user('REP', { name: 'Anna' }),
  ];
  const input = {
    userId: globalId('User', anna.id),
    name: 'CRM',
    url: receiver.url,
    types: ['LEAD_REGISTERED'],
  };
  const { createWebhook } = await api.query<
    { createWebhook: { secret: string; replayed: boolean; webhook: { id: string } } },
    unknown
  >(admin, CREATE, { input });
  expect(createWebhook).toEqual({
    secret: expect.stringMatching(/^whsec_/),
    replayed: false,
    webhook: { id: expect.any(String), cursor: expect.any(String) },
  });

  receiver.answerNext({ status: 200, body: 'thanks' });
  const { registerLead } = await api.query<{ registerLead: { lead: { id: string } } }, unknown>(
    anna,
    `mutation { registerLead(input: { companyName: "Hotel Adler", city: "Ulm" }) {
      ... on RegisterLeadPayload { lead { id } } } }`,
  );
  await vi.waitFor(() => expect(receiver.received.length).toBe(1), { timeout: 10_000 });
  const [received] = receiver.received;
  if (!received) throw new Error('Nothing arrived.');
  expect(verify(createWebhook.secret, received, api.clock.now())).toMatchObject({
    type: 'LEAD_REGISTERED',
    data: {
      type: 'LEAD_REGISTERED',
      actorId: globalId('User', anna.id),
      leadId: registerLead.lead.id,
    },
  });

  const settled = async () => expect(await api.query(auditor, LISTS)).toEqual(expected);
  const expected = {
    webhooks: {
      edges: [
        {
          node: {
            name: 'CRM',
            url: receiver.url,
            types: ['LEAD_REGISTERED'],
            status: 'ACTIVE',
            disabledReason: null,
            version: 1,
            oldSecretUntil: null,
            lead: null,
            user: { name: 'Anna' },
            createdBy: { name: 'Eva' },
          },
        },
      ],
    },
    webhookDeliveries: {
      edges: [
        {
          node: {
            type: 'LEAD_REGISTERED',
            status: 'DELIVERED',
            attempts: 1,
            nextAttemptAt: null,
            messageId: received.headers['webhook-id'],
            webhook: { name: 'CRM' },
            attemptLog: [{ statusCode: 200, error: null, response: 'thanks' }],
          },
        },
      ],
    },
  };
  await vi.waitFor(settled, { timeout: 10_000 });
  expect(await api.query(anna, LISTS)).toEqual({
    webhooks: { edges: [] },
    webhookDeliveries: { edges: [] },
  });
  const node = 'query ($id: ID!) { node(id: $id) { __typename } }';
  const variables = { id: createWebhook.webhook.id };
  expect(await api.query(auditor, node, variables)).toEqual({ node: { __typename: 'Webhook' } });
  expect(await api.query(anna, node, variables)).toEqual({ node: null });
});

test('an address that leads inside is told at its field', async () => {
  const admin = await api.user('ADMIN', { name: 'Eva' });
  const input = {
    userId: globalId('User', admin.id),
    name: 'Metadata',
    url: 'http://169.254.169.254/latest',
  };
  const document = `mutation ($input: CreateWebhookInput!) {
    createWebhook(input: $input) { ... on ValidationError { problems { path message } } }
  }`;
  expect(await api.query(admin, document, { input })).toEqual({
    createWebhook: {
      problems: [
        {
          path: 'url',
          message:
            'http leads to 169.254.169.254, allowed is https (http only to WEBHOOK_ALLOWED_NETWORKS)',
        },
      ],
    },
  });
});
