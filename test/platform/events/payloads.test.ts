import { readFile } from 'node:fs/promises';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import type { EventType } from '../../../src/domain/events.js';
import { asyncApiDocument } from '../../../src/platform/events/asyncapi.js';
import { eventsDocument } from '../../../src/platform/events/event-schemas.js';
import { EVENT_PAYLOADS, type PayloadField } from '../../../src/platform/events/payloads.js';
import { documentText, eventsPage } from '../../../src/platform/events/print-events.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';
import { eventProblems } from './payload-problems.js';

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
  expect(events.flatMap(eventProblems)).toEqual([]);
});

test('what tells of the end of a protection tells whose, until when and why', async () => {
  const { payload } = await api.db.prisma.domainEvent.findFirstOrThrow({
    where: { type: 'LEAD_PROTECTION_EXPIRED' },
  });
  expect(payload).toEqual({
    ownerId: anna.id,
    state: 'EXPIRED',
    protectionExpiresAt: expect.stringMatching(/^2026-05-/),
    expiredAt: expect.stringMatching(/^2026-05-/),
    daysRemaining: 0,
    reason: 'NO_PROGRESS',
    metadata: { policyVersion: 1 },
  });
});

test('a field that stands in no description, or is missing, is found', async () => {
  const event = await api.db.prisma.domainEvent.findFirstOrThrow({
    where: { type: 'HOLD_STARTED' },
  });
  const { holdId: _, ...rest } = event.payload as { holdId: string };
  expect(eventProblems({ ...event, payload: { ...rest, extra: 1 } })).toEqual([
    expect.stringContaining('HOLD_STARTED/payload must have required property'),
    expect.stringContaining('"additionalProperty":"extra"'),
    expect.stringContaining('webhook HOLD_STARTED/data/payload must have required property'),
    expect.stringContaining('"additionalProperty":"extra"'),
  ]);
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
  expect(await readFile('docs/events.schema.json', 'utf8')).toBe(documentText(eventsDocument()));
  expect(await readFile('docs/asyncapi.json', 'utf8')).toBe(documentText(asyncApiDocument()));
  const type = schema.getType('EventType');
  const described = JSON.stringify(type?.toConfig());
  for (const [name, fields] of Object.entries(EVENT_PAYLOADS)) {
    expect(described).toContain(name);
    for (const field of Object.keys(fields)) expect(described).toContain(`\`${field}\``);
  }
});

test('the documents are valid AsyncAPI 3.0 and JSON Schema, and the server has them', async () => {
  // It brings JSON Schema along.
  const options = { strict: false, allErrors: true, meta: false, validateSchema: false };
  const specification = specs.schemas['3.0.0'] as object;
  const validate = addFormats.default(new Ajv(options)).compile(specification);
  validate(asyncApiDocument());
  expect(validate.errors).toBeNull();
  const ajv = addFormats.default(new Ajv({ allowUnionTypes: true }));
  expect(ajv.validateSchema(eventsDocument())).toBe(true);
  for (const [path, document] of [
    ['/asyncapi.json', asyncApiDocument()],
    ['/events.schema.json', eventsDocument()],
  ] as const) {
    const response = await api.app.fetch(new Request(`http://localhost${path}`));
    expect(await response.json()).toEqual(document);
  }
  // An event as a client gets it is one of its kind alone.
  const [line] = (await exported()).split('\n');
  const isEvent = ajv.compile(eventsDocument());
  expect(isEvent(JSON.parse(line ?? ''))).toBe(true);
});

async function exported(): Promise<string> {
  const headers = { authorization: `Bearer ${admin.token}` };
  const request = new Request('http://localhost/exports/events.jsonl', { headers });
  return (await api.app.fetch(request)).text();
}
