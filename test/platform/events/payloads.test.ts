import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import type { EventType } from '../../../src/domain/events.js';
import { EVENT_PAYLOADS, type PayloadField } from '../../../src/platform/events/payloads.js';
import { eventsPage } from '../../../src/platform/events/print-events.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';
import { payloadProblems } from './payload-problems.js';

const api = await testApi({ started: true });
let anna: ApiUser;
let admin: ApiUser;

interface Told {
  type: EventType;
  payload: Record<string, unknown>;
}

async function run(as: ApiUser, name: string, input: object): Promise<void> {
  expect({ name, outcome: outcomeOf(await mutate(api, as, name, input)) }).toEqual({
    name,
    outcome: 'DONE',
  });
}

/** With a token of now: those of before have run out. */
async function signedIn(user: ApiUser): Promise<ApiUser> {
  return { ...user, token: (await api.app.issuer?.sign(user.email, api.clock.now())) ?? '' };
}

/** A lead with all that happens to one until its protection ends. */
beforeAll(async () => {
  const { prisma } = api.db;
  anna = await api.user('REP', { name: 'Anna' });
  admin = await api.user('ADMIN');
  const helper = await api.user('REP', { name: 'Helper' });
  await run(anna, 'registerLead', { companyName: 'Hotel Adler', city: 'Ulm' });
  const leadId = globalId('Lead', (await prisma.lead.findFirstOrThrow()).id);
  await run(anna, 'logActivity', { leadId, kind: 'QUALIFIED_CALL' });
  await run(anna, 'startHold', { leadId, reason: 'SUPPLY_ISSUE' });
  api.clock.advance({ hours: 1 });
  await run(anna, 'endHold', {
    holdId: globalId('Hold', (await prisma.hold.findFirstOrThrow()).id),
  });
  await run(anna, 'addCollaborator', { leadId, userId: globalId('User', helper.id), role: 'VIEW' });
  await run(anna, 'requestExtension', { leadId, months: 1, reason: 'Trade fair' });
  const items = [{ sku: 'S-1', name: 'Lachs', quantity: 1 }];
  await run(anna, 'requestSample', { leadId, items });
  for (const [days, job] of [
    [54, 'PROGRESS_WARNING'],
    [20, 'PROTECTION_EXPIRY'],
  ] as const) {
    api.clock.advance({ days });
    anna = await signedIn(anna);
    admin = await signedIn(admin);
    await run(admin, 'runJob', { job });
    if (job !== 'PROGRESS_WARNING') continue;
    // Nobody loses a lead by a warning that did not arrive.
    const warning = await prisma.reminder.findFirstOrThrow({ where: { kind: 'PROGRESS_WARNING' } });
    await run(anna, 'acknowledgeReminder', { reminderId: globalId('Reminder', warning.id) });
  }
});

async function logged(): Promise<Told[]> {
  const query = '{ eventLog(first: 100) { edges { node { type payload } } } }';
  const { eventLog } = await api.query<{ eventLog: { edges: { node: Told }[] } }, unknown>(
    admin,
    query,
  );
  return eventLog.edges.map(({ node }) => node);
}

test('payloads hold what their description says', async () => {
  const events = await api.db.prisma.domainEvent.findMany();
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'LEAD_REGISTERED',
      'HOLD_ENDED',
      'COLLABORATOR_ADDED',
      'EXTENSION_REQUESTED',
      'SAMPLE_CHANGED',
      'LEAD_PROGRESS_WARNING_ISSUED',
      'WARNING_DELIVERED',
      'LEAD_PROTECTION_EXPIRED',
      'JOB_RUN_PROGRESSED',
    ]),
  );
  expect(
    events.flatMap(({ type, payload }) => payloadProblems(type as EventType, payload as object)),
  ).toEqual([]);
});

test('every id in a payload is one that `node` takes, and finds what it is said to be of', async () => {
  const events = await logged();
  const ids = events.flatMap(({ type, payload }) => {
    const fields: [string, PayloadField][] = Object.entries(EVENT_PAYLOADS[type]);
    return fields.flatMap(([name, { of }]) =>
      of && typeof payload[name] === 'string' ? [{ of, id: payload[name] }] : [],
    );
  });
  expect(new Set(ids.map(({ of }) => of))).toEqual(
    new Set(['Activity', 'Hold', 'User', 'ExtensionRequest', 'Sample', 'Reminder', 'JobRun']),
  );
  for (const { of, id } of ids) {
    const found = await api.query(admin, 'query ($id: ID!) { node(id: $id) { __typename } }', {
      id,
    });
    expect({ of, found }).toEqual({ of, found: { node: { __typename: of } } });
  }
});

test('a message that names a thing names it by its global id', async () => {
  const hold = await api.db.prisma.hold.findFirstOrThrow();
  const holdId = globalId('Hold', hold.id);
  const answer = await mutate(api, admin, 'endHold', { holdId });
  expect(answer).toContain(holdId);
  expect(answer).not.toContain(hold.id);
});

test('the schema and docs/events.md say what each payload holds; `npm run docs` writes it', async () => {
  expect(await readFile('docs/events.md', 'utf8')).toBe(eventsPage());
  const type = schema.getType('EventType');
  const described = JSON.stringify(type?.toConfig());
  for (const [name, fields] of Object.entries(EVENT_PAYLOADS)) {
    expect(described).toContain(name);
    for (const field of Object.keys(fields)) expect(described).toContain(`\`${field}\``);
  }
});
