import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId, START } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';
import { readSse } from '../../support/sse.js';
import { testApi } from '../../support/test-file.js';
import { webSocketClient } from '../../support/web-socket.js';
import { makeDueLeads, nightlyRunner, sendMails } from '../jobs/nightly.js';

const api = await testApi({ started: true });
let url: string;
let anna: ApiUser;
let bert: ApiUser;
let north: ApiUser;
let market: ApiUser;
let admin: ApiUser;
let auditor: ApiUser;
let wallboard: ApiUser;

const NOW = Date.parse(START);
const ago = (hours: number) => new Date(NOW - hours * 3_600_000);

beforeAll(async () => {
  url = api.app.url ?? '';
  anna = await api.user('REP', { name: 'Anna', territory: 'NORTH' });
  bert = await api.user('REP', { name: 'Bert', territory: 'SOUTH' });
  north = await api.user('MANAGER', { name: 'North', territory: 'NORTH' });
  market = await api.user('MANAGER', { name: 'Market' });
  admin = await api.user('ADMIN');
  auditor = await api.user('AUDITOR');
  wallboard = await api.user('WALLBOARD');
  const now = new Date(NOW);
  const annas = await makeDueLeads(api.db, anna.id, now, [
    // In grace unless warned, as the nightly job has not run.
    { assignedAt: ago(24 * 61).toISOString(), territory: 'NORTH' },
    { assignedAt: ago(24 * 55).toISOString(), territory: 'NORTH' },
    { assignedAt: ago(3).toISOString(), territory: 'NORTH', businessType: 'CATERING' },
    {
      assignedAt: ago(50).toISOString(),
      territory: 'NORTH',
      businessType: 'CATERING',
      activities: [ago(49).toISOString()],
    },
    { assignedAt: ago(1).toISOString(), territory: 'NORTH', businessType: 'CATERING' },
    {
      assignedAt: ago(240).toISOString(),
      territory: 'NORTH',
      holds: [[ago(30).toISOString(), null]],
    },
  ]);
  const [berts] = await makeDueLeads(api.db, bert.id, now, [
    {
      assignedAt: ago(24 * 5).toISOString(),
      territory: 'SOUTH',
      holds: [[ago(10).toISOString(), null]],
    },
  ]);
  const { prisma } = api.db;
  const lead = annas[0] ?? '';
  const reminder = (leadId: string, recipientId: string, dueAt: Date, sentAt: Date | null) => ({
    id: newId(),
    leadId,
    recipientId,
    kind: 'FOLLOW_UP',
    windowStart: dueAt,
    dueAt,
    sentAt,
    deliveredAt: sentAt,
  });
  // What was declared void is no response.
  const unanswered = await prisma.ownership.findFirstOrThrow({ where: { leadId: annas[2] ?? '' } });
  await prisma.activity.create({
    data: {
      id: newId(),
      leadId: unanswered.leadId,
      ownershipId: unanswered.id,
      authorId: anna.id,
      kind: 'MEETING',
      performedAt: ago(2.5),
      voidedAt: ago(2),
      voidReason: 'Another customer',
    },
  });
  const issued = { warningIssuedAt: ago(3) };
  await prisma.lead.update({ where: { id: berts ?? '' }, data: issued });
  await prisma.reminder.createMany({
    data: [
      reminder(lead, anna.id, ago(20), ago(19.5)),
      reminder(lead, anna.id, ago(30), ago(28)),
      reminder(lead, anna.id, ago(2), null),
      // Neither late nor sent.
      reminder(lead, anna.id, ago(0.5), null),
      reminder(berts ?? '', bert.id, ago(5), ago(5)),
    ],
  });
  const sample = (
    leadId: string,
    requestedById: string,
    deliveredAt: Date,
    feedbackAt: Date | null,
  ) => ({
    id: newId(),
    leadId,
    requestedById,
    deliveredAt,
    feedbackAt,
    status: feedbackAt ? 'FEEDBACK_RECEIVED' : 'DELIVERED',
  });
  const samples = [
    sample(lead, anna.id, ago(100), ago(50)),
    sample(lead, anna.id, ago(90), null),
    sample(berts ?? '', bert.id, ago(80), ago(10)),
  ];
  await prisma.sample.createMany({ data: samples });
  const item = (nth: number, outcome: string | null) => ({
    id: newId(),
    sampleId: samples[nth]?.id ?? '',
    sku: 'S',
    name: 'Lachs',
    quantity: 1,
    outcome,
  });
  await prisma.sampleItem.createMany({
    data: [item(0, 'SUCCESS'), item(0, 'FAIL'), item(0, null), item(2, 'SUCCESS')],
  });
  const event = (
    type: string,
    occurredAt: Date,
    ownerId: string,
    territory: string,
    leadId: string,
  ) => ({
    id: newId(),
    type,
    occurredAt,
    ownerId,
    territory,
    leadId,
  });
  await prisma.domainEvent.createMany({
    data: [
      event('LEAD_CONVERTED', ago(24 * 80), anna.id, 'NORTH', lead),
      event('LEAD_LOST', ago(24 * 80), anna.id, 'NORTH', lead),
      event('LEAD_PROTECTION_EXPIRED', ago(24 * 6), anna.id, 'NORTH', lead),
      event('LEAD_PROTECTION_EXPIRED', ago(24 * 8), bert.id, 'SOUTH', berts ?? ''),
      event('PROTECTION_REACTIVATED', ago(24 * 20), bert.id, 'SOUTH', berts ?? ''),
      event('PROTECTION_REACTIVATED', ago(24 * 40), anna.id, 'NORTH', lead),
      event('LEAD_CONVERTED', ago(24 * 100), anna.id, 'NORTH', lead),
    ],
  });
  await prisma.outboxEmail.create({
    data: {
      id: newId(),
      template: 'follow-up',
      locale: 'de',
      recipient: 'x@example.com',
      data: {},
      dedupeKey: 'x',
      messageId: 'x',
      nextAttemptAt: ago(0.1),
    },
  });
});

/** Every field of the dashboard, with all that it holds; when it was read is no number. */
const FIELDS = fieldsOf('Dashboard');

function fieldsOf(type: string): string {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields
    .filter(({ name }) => name !== 'asOf' && name !== 'readPosition')
    .map(({ name, type }) => {
      const named = getNamedType(type);
      return isObjectType(named) ? `${name} { ${fieldsOf(named.name)} }` : name;
    })
    .join(' ');
}

interface Dashboard {
  leadsByState: { state: string; count: number }[];
  [field: string]: unknown;
}

async function dashboard(as: ApiUser) {
  const { dashboard } = await api.query<{ dashboard: Dashboard }, never>(
    as,
    `{ dashboard { ${FIELDS} } }`,
  );
  const states = dashboard.leadsByState.filter(({ count }) => count > 0);
  return {
    ...dashboard,
    leadsByState: Object.fromEntries(states.map(({ state, count }) => [state, count])),
  };
}

const share = (met: number, of: number) => ({
  met,
  of,
  share: of === 0 ? null : met / of,
  target: null,
});

describe('the numbers', () => {
  test('of the market, for whoever sees everything', async () => {
    const expected = {
      leadsByState: { PROTECTED: 4, GRACE: 1, ON_HOLD: 2 },
      dueSoon: { progress: 1, base: 0 },
      warned: 0,
      inGrace: 1,
      expiredLast7Days: 1,
      reactivatedLast30Days: 1,
      onHold: { count: 2, averageHours: 20, longestHours: 30 },
      undeliveredWarnings: 1,
      unworkedLeads: 6,
      reminderSla: share(2, 4),
      sampleSuccess: { ...share(2, 3), target: 0.85 },
      feedback: share(2, 3),
      activityRates: [
        { agentId: globalId('User', anna.id), agentName: 'Anna', activities: 1, perDay: 0.14 },
      ],
      conversion: share(1, 4),
      costPerLead: { euros: null, targetEuros: 25 },
      eventResponseSla: share(1, 2),
      outboxLagMinutes: 6,
    };
    expect(await dashboard(admin)).toEqual(expected);
    expect(await dashboard(auditor)).toEqual(expected);
    expect(await dashboard(market)).toEqual({ ...expected, outboxLagMinutes: null });
  });

  test('are without people on a wallboard', async () => {
    const seen = await dashboard(wallboard);
    expect(seen).toEqual({
      ...(await dashboard(market)),
      activityRates: [{ agentId: null, agentName: null, activities: 1, perDay: 0.14 }],
    });
    expect(JSON.stringify(seen)).not.toContain('Anna');
  });

  test('of the territory, for its manager', async () => {
    expect(await dashboard(north)).toMatchObject({
      leadsByState: { PROTECTED: 4, GRACE: 1, ON_HOLD: 1 },
      dueSoon: { progress: 1, base: 0 },
      expiredLast7Days: 1,
      reactivatedLast30Days: 0,
      onHold: { count: 1, averageHours: 30, longestHours: 30 },
      undeliveredWarnings: 0,
      unworkedLeads: 5,
      reminderSla: share(1, 3),
      sampleSuccess: { ...share(1, 2), target: 0.85 },
      feedback: share(1, 2),
      conversion: share(1, 3),
      eventResponseSla: share(1, 2),
      costPerLead: { euros: null },
      outboxLagMinutes: null,
    });
  });

  test('of themselves, for an agent', async () => {
    expect(await dashboard(bert)).toMatchObject({
      leadsByState: { ON_HOLD: 1 },
      expiredLast7Days: 0,
      reactivatedLast30Days: 1,
      onHold: { count: 1, averageHours: 10, longestHours: 10 },
      undeliveredWarnings: 1,
      unworkedLeads: 1,
      reminderSla: share(1, 1),
      sampleSuccess: { ...share(1, 1), target: 0.85 },
      feedback: share(1, 1),
      activityRates: [],
      conversion: share(0, 1),
      eventResponseSla: share(0, 0),
      outboxLagMinutes: null,
    });
    expect(await dashboard(anna)).toMatchObject({
      leadsByState: { PROTECTED: 4, GRACE: 1, ON_HOLD: 1 },
      dueSoon: { progress: 1, base: 0 },
      conversion: share(1, 3),
      activityRates: [{ agentName: 'Anna', activities: 1 }],
    });
  });

  test('of cost, once it is configured, for whoever sees the whole market', async () => {
    await api.db.prisma.setting.createMany({
      data: [
        { key: 'kpi.aiCostPerMonth', value: 40 },
        { key: 'kpi.timeCostPerMonth', value: 60.5 },
      ],
    });
    // Five of the seven leads were registered in the last thirty days.
    expect(await dashboard(admin)).toMatchObject({ costPerLead: { euros: 20.1 } });
    expect(await dashboard(wallboard)).toMatchObject({ costPerLead: { euros: 20.1 } });
    expect(await dashboard(north)).toMatchObject({ costPerLead: { euros: null } });
    expect(await dashboard(anna)).toMatchObject({ costPerLead: { euros: null } });
  });

  test('nobody gets any without a token', async () => {
    const { errors } = await api.execute(null, '{ dashboard { warned } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

const SUBSCRIPTION = `subscription { dashboard { ${FIELDS} } }`;

interface Frame {
  data?: { dashboard: Dashboard };
}

const countOf = (frame: unknown, state: string) =>
  (frame as Frame).data?.dashboard.leadsByState.find((one) => one.state === state)?.count;

async function register(as: ApiUser): Promise<void> {
  const result = await api.query<{ registerLead: { __typename: string } }, never>(
    as,
    `mutation { registerLead(input: { companyName: "Hotel ${newId()}", city: "Bonn" }) { __typename } }`,
  );
  expect(result.registerLead.__typename).toBe('RegisterLeadPayload');
}

const followers = (count: number) =>
  expect.poll(() => api.app.followers, { timeout: 10_000 }).toBe(count);

describe('live', () => {
  test('over a WebSocket: a frame at once, and one when a lead comes', async () => {
    const client = webSocketClient(url, wallboard.token);
    const frames = client.iterate<Frame['data']>({ query: SUBSCRIPTION });
    const first = (await frames.next()).value;
    const before = countOf(first, 'PROTECTED') ?? 0;
    expect(first).toMatchObject({ data: { dashboard: { activityRates: [{ agentName: null }] } } });
    await register(anna);
    let latest = (await frames.next()).value;
    // What a lead changes may come in two steps.
    while (countOf(latest, 'PROTECTED') !== before + 1) latest = (await frames.next()).value;
    await frames.return?.();
    await followers(0);
    await client.dispose();
  });

  test('over SSE: a frame at once, and one when a job has run', async () => {
    const flow = await readSse(`${url}/graphql`, admin.token, { query: SUBSCRIPTION });
    const inGrace = (frame: unknown) => (frame as Frame).data?.dashboard.inGrace;
    expect(inGrace(await flow.next())).toBe(1);
    await nightlyRunner(api.app.db, api.clock).runSlot({
      job: 'progress-warning',
      slot: api.clock.now(),
      trigger: 'SCHEDULE',
    });
    await sendMails(api.app.db, api.clock);
    let latest: unknown = await flow.next();
    while (countOf(latest, 'WARNED') !== 1) latest = await flow.next();
    expect(inGrace(latest)).toBe(1);
    flow.close();
    await followers(0);
  });

  test('ends when the user may do so no longer', async () => {
    const leaving = await api.user('AUDITOR', { name: 'Leaving' });
    const client = webSocketClient(url, leaving.token);
    const frames = client.iterate({ query: SUBSCRIPTION });
    await frames.next();
    const next = frames.next();
    const ended = next.then(
      ({ done, value }) => (done ? 'DONE' : JSON.stringify(value)),
      () => 'CLOSED',
    );
    const result = await api.query<{ updateUser: { __typename: string } }, unknown>(
      admin,
      'mutation ($id: ID!) { updateUser(input: { userId: $id, active: false }) { __typename ... on UserError { message } } }',
      { id: globalId('User', leaving.id) },
    );
    expect(result.updateUser).toMatchObject({ __typename: 'UpdateUserPayload' });
    expect(await ended).toMatch(/DONE|CLOSED/);
    await followers(0);
    await client.dispose();
  });
});

test('says where in the event log it stands, and events go on from there', async () => {
  const read = await readSse(`${url}/graphql`, admin.token, {
    query: 'subscription { dashboard { readPosition } }',
  });
  const { data: first } = (await read.next()) as { data: { dashboard: { readPosition: string } } };
  read.close();
  const { dashboard } = await api.query<{ dashboard: { readPosition: string } }, never>(
    admin,
    '{ dashboard { readPosition } }',
  );
  const { id } = await makeLead(
    contextFor(api.db, { ...SYSTEM_ACTOR, id: anna.id, role: 'REP' }, api.clock.now()),
  );
  const lead = globalId('Lead', id);
  for (const after of [first.dashboard.readPosition, dashboard.readPosition]) {
    const flow = await readSse(`${url}/graphql`, admin.token, {
      query: 'subscription ($after: Cursor) { events(after: $after) { lead { id } } }',
      variables: { after },
    });
    const told: (string | undefined)[] = [];
    while (!told.includes(lead)) {
      const { data } = (await flow.next()) as { data: { events: { lead: { id: string } | null } } };
      told.push(data.events.lead?.id);
    }
    flow.close();
  }
});
