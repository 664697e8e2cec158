import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { JOB_NAMES, type JobName } from '../../../src/domain/nightly-jobs.js';
import { findCandidates } from '../../../src/features/conflicts/find-candidates.js';
import { leadKeys } from '../../../src/features/conflicts/lead-keys.js';
import { type Question, questionOf } from '../../../src/features/conflicts/match-keys.js';
import { rekeyLeads } from '../../../src/features/conflicts/rekey-leads.js';
import { announceHoldEnds } from '../../../src/features/holds/announce-hold-ends.js';
import { claimDueEmails } from '../../../src/features/mail/claim-email.js';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { reprojectStale } from '../../../src/features/protection/reproject-leads.js';
import { turnHolds } from '../../../src/features/protection/turn-holds.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { wakeSnoozed } from '../../../src/features/reminders/wake-snoozed.js';
import { claimWebhook } from '../../../src/features/webhooks/hold-webhook.js';
import { nextDelivery } from '../../../src/features/webhooks/next-delivery.js';
import { lookUp } from '../../../src/platform/db/look-up.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { nightlyRunner, systemContext } from '../../features/jobs/nightly.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import { openTestDatabase } from '../../support/database.js';
import { fullScans, planOf, statementsOf } from '../../support/full-scans.js';
import { bulkId, seedBulk } from '../../support/seed-bulk.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ database: await openTestDatabase({ reused: false }) });
const { db, clock } = api;

const rep = await api.user('REP');
const rareRep = await api.user('REP', { name: 'Rare' });
const admin = await api.user('ADMIN');
const helper = await api.user('REP', { name: 'Helper' });
const readers: Record<string, ApiUser> = {
  'an agent': rep,
  'an agent with few leads': rareRep,
  'a manager of a territory': await api.user('MANAGER', { territory: 'T3' }),
  'a manager of a small territory': await api.user('MANAGER', {
    name: 'Small',
    territory: 'T rare',
  }),
  'an admin': admin,
};

beforeAll(async () => {
  const others = await Promise.all(
    Array.from({ length: 39 }, async (_, n) => (await api.user('REP', { name: `Rep${n}` })).id),
  );
  await seedBulk(db, {
    now: clock.now(),
    reps: [rep.id, ...others],
    rareRep: rareRep.id,
  });
  await db.query('SELECT recount_leads()::text');
  await db.query('ANALYZE lead_count');
  await db.query(
    `INSERT INTO lead_collaborator (id, lead_id, user_id, owner_id, role)
     SELECT gen_random_uuid(), id, $1::uuid, owner_id, 'ASSIST'
     FROM lead WHERE status = 'ACTIVE' AND owner_id <> $1::uuid ORDER BY id LIMIT 20`,
    [helper.id],
  );
}, 120_000);

async function expectNoFullScans(work: () => Promise<unknown>) {
  const statements = await statementsOf(db, work);
  expect(statements).not.toEqual([]);
  const found = await fullScans(db, statements);
  if (found.length > 0) throw new Error(found.join('\n\n'));
}

const PAGE = 'edges { node { id } } pageInfo { hasNextPage endCursor }';
const SOME_LEAD = globalId('Lead', await bulkId(db, 'lead', 40));
const SOME_WEBHOOK = globalId('Webhook', await bulkId(db, 'webhook', 7));
const SOME_USER = globalId('User', rep.id);
const RARE_USER = globalId('User', rareRep.id);
const filter = (condition: string) => `filter: { ${condition} }`;
const order = (field: string, direction: string) =>
  `orderBy: { field: ${field}, direction: ${direction} }`;

/** The values of an enum of the API. */
function codesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum.`);
  return type.getValues().map(({ name }) => name);
}
const PROTECTION_STATES = codesOf('ProtectionState');
const LEAD_ORDERS = codesOf('LeadOrderField');

const LEAD_FILTERS = [
  'unworked: true',
  'status: [ACTIVE]',
  'status: [LOST]',
  'status: [EXPIRED, RELEASED]',
  'stage: [QUALIFIED]',
  `ownerId: "${SOME_USER}"`,
  `ownerId: "${RARE_USER}"`,
  'territory: "T7"',
  'territory: "T rare"',
  'territory: "nowhere"',
  'status: [ACTIVE], territory: "T7"',
  'search: "gasthof"',
  'search: "Stadt17"',
  'search: "Hotel stadt123"',
  'search: "nobody knows it"',
  'city: "Stadt17"',
  'city: "Nowhere"',
  'country: "AT"',
  'businessType: ["HOTEL"]',
  'source: "fair"',
  'registeredFrom: "2026-01-01T00:00:00Z"',
  'registeredFrom: "2025-12-01T00:00:00Z", registeredBefore: "2025-12-02T00:00:00Z"',
  'expiresBefore: "2026-03-02T00:00:00Z"',
  'expiresFrom: "2026-03-02T00:00:00Z", expiresBefore: "2026-03-03T00:00:00Z"',
  'progressDueBefore: "2026-03-02T00:00:00Z"',
  'warned: true',
  ...PROTECTION_STATES.map((state) => `state: [${state}]`),
  'state: [GRACE, WARNED], territory: "T7"',
  'onHold: true',
  'onHold: false',
  `ownerIds: ["${SOME_USER}", "${RARE_USER}"]`,
  'tags: { any: ["rare", "nowhere"] }',
  'tags: { all: ["rare", "fair"] }',
  'tags: { any: ["fair"] }',
  'tag: "rare"',
  'postalCodePrefix: "80"',
  'postalCodePrefix: "80331"',
  'lastActivityBefore: "2025-12-02T00:00:00Z"',
  'hasOpenExtension: true',
  'hasOpenExtension: false',
];
const ORDERS = LEAD_ORDERS.flatMap((field) => [order(field, 'ASC'), order(field, 'DESC')]);

/** Per list its arguments. Who reads it makes a difference. */
const LISTS: Record<string, readonly string[]> = {
  leads: [
    '',
    'last: 25',
    ...ORDERS,
    ...LEAD_FILTERS.map(filter),
    filter('search: "INFO@company2000.example"'),
    filter('search: "nobody@example.com"'),
    ...ORDERS.map((by) => `${filter('status: [ACTIVE]')}, ${by}`),
    ...ORDERS.map((by) => `${filter('territory: "T7"')}, ${by}`),
    ...ORDERS.map((by) => `${filter(`ownerId: "${SOME_USER}"`)}, ${by}`),
    ...ORDERS.map((by) => `${filter('state: [EXPIRED]')}, ${by}`),
  ],
  activities: [
    '',
    filter(`leadId: "${SOME_LEAD}"`),
    filter(`authorId: "${SOME_USER}"`),
    filter('kind: [MEETING]'),
    filter('performedFrom: "2026-02-01T00:00:00Z", performedBefore: "2026-02-02T00:00:00Z"'),
    filter('voided: false'),
  ],
  holds: [
    '',
    filter(`leadId: "${SOME_LEAD}"`),
    filter('reason: [SUPPLY_ISSUE]'),
    filter('running: true'),
    filter('running: false'),
    filter('endsByItself: true'),
    filter('startedFrom: "2026-02-01T00:00:00Z"'),
    filter('startedFrom: "2026-02-01T00:00:00Z", startedBefore: "2026-02-02T00:00:00Z"'),
  ],
  reminders: [
    '',
    filter(`leadId: "${SOME_LEAD}"`),
    filter(`recipientId: "${SOME_USER}"`),
    filter(`recipientId: "${RARE_USER}"`),
    filter('kind: [FOLLOW_UP]'),
    filter('sent: false'),
    filter('acknowledged: false'),
    filter('dueBefore: "2026-01-01T00:00:00Z"'),
    filter('dueFrom: "2026-02-01T00:00:00Z", dueBefore: "2026-02-02T00:00:00Z"'),
  ],
  samples: ['', filter(`leadId: "${SOME_LEAD}"`), filter('status: [REQUESTED]')],
  extensionRequests: ['', filter(`leadId: "${SOME_LEAD}"`), filter('status: [OPEN]')],
  receipts: ['', filter(`leadId: "${SOME_LEAD}"`), filter('kind: [LEAD_REGISTERED]')],
  eventLog: ['', 'types: [LEAD_UPDATED]', `leadId: "${SOME_LEAD}"`],
  conflicts: [
    '',
    filter(`leadId: "${SOME_LEAD}"`),
    filter(`newLeadId: "${SOME_LEAD}"`),
    filter(`askedById: "${SOME_USER}"`),
    filter('kind: REFUSED'),
    filter('status: [OPEN]'),
    filter('from: "2026-02-01T00:00:00Z", before: "2026-02-02T00:00:00Z"'),
  ],
  importJobs: ['', 'status: FINISHED', 'status: FAILED'],
};

/** Of these everybody who sees anything sees the same. */
const COMMON_LISTS: Record<string, readonly string[]> = {
  pool: ['', 'last: 25', ...LEAD_FILTERS.map(filter)],
  auditEntries: [
    '',
    filter(`leadId: "${SOME_LEAD}"`),
    filter(`actorId: "${SOME_USER}"`),
    filter(`actorId: "${RARE_USER}"`),
    filter('action: "updateLead"'),
    filter('action: "neverCalled"'),
    filter('before: "2026-01-01T00:00:00Z"'),
    filter('from: "2026-02-01T00:00:00Z", before: "2026-02-02T00:00:00Z"'),
  ],
  outboxEmails: [
    '',
    filter('status: [PENDING]'),
    filter('status: [DEAD]'),
    filter('template: "follow-up"'),
    filter('recipient: "rep7@example.com"'),
    filter('recipient: "nobody@example.com"'),
    filter(`leadId: "${SOME_LEAD}"`),
  ],
  webhooks: ['', `userId: "${SOME_USER}"`],
  webhookDeliveries: [
    '',
    filter('status: [DEAD]'),
    filter('status: [PENDING]'),
    filter(`webhookId: "${SOME_WEBHOOK}"`),
    filter(`webhookId: "${SOME_WEBHOOK}", status: [DELIVERED]`),
  ],
  jobRuns: ['', filter('job: PROTECTION_EXPIRY'), filter('status: RUNNING')],
};

/** Lists of a few hundred rows at most. */
const SHORT_LISTS = ['apiTokens', 'handOvers', 'leadMerges', 'scheduledSettings', 'users'];
/** Criteria that only narrow down what another one has found, or that are tried below. */
const NOT_TRIED = [
  ...['leads', 'pool'].flatMap((list) => [`${list}.collaborating`]),
  'reminders.channel',
  'samples.requestedFrom',
  'samples.requestedBefore',
];
/** Jobs that are tried elsewhere, or of which the rows above have nothing to do. */
const OTHER_JOBS: readonly JobName[] = [
  'projection-check',
  'event-archival',
  'conflict-check-retention',
];

describe('the lists above', () => {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );
  const read: Record<string, readonly string[]> = { ...LISTS, ...COMMON_LISTS };

  test('are those of the API', () => {
    const names = lists.map(({ name }) => name).filter((name) => !SHORT_LISTS.includes(name));
    expect(names.sort()).toEqual(Object.keys(read).sort());
  });

  test.each(Object.keys(read))('%s is read by each of its criteria', (list) => {
    const { args = [] } = lists.find(({ name }) => name === list) ?? {};
    const filterType = args.find(({ name }) => name === 'filter')?.type;
    const type = filterType && getNamedType(filterType);
    const criteria = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    const tried = read[list]?.join(' ') ?? '';
    const missing = criteria.filter((name) => !new RegExp(`\\b${name}:`).test(tried));
    expect(missing.filter((name) => !NOT_TRIED.includes(`${list}.${name}`))).toEqual([]);
  });
});

const NODES = [
  ['Lead', 'lead'],
  ['Activity', 'activity'],
  ['Hold', 'hold'],
  ['Reminder', 'reminder'],
  ['Sample', 'sample'],
  ['ExtensionRequest', 'extension'],
  ['AuditEntry', 'audit'],
  ['OutboxEmail', 'outbox'],
  ['ImportJob', 'import'],
  ['JobRun', 'run'],
  ['WebhookDelivery', 'delivery'],
] as const;

const RELATIONS = /* GraphQL */ `
  {
    leads {
      edges {
        node {
          id
          owner { name }
          contacts { name }
          activities(first: 5) { edges { node { kind author { name } } } }
          holds(first: 5) { edges { node { reason } } }
          reminders(first: 5) { edges { node { kind recipient { name } } } }
          samples(first: 5) { edges { node { status items { name } } } }
          history(first: 5) { edges { node { action actor { name } } } }
        }
      }
    }
  }
`;

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads the first page and the one behind it. */
async function readPages(reader: ApiUser, list: string, args: string): Promise<void> {
  let cursor = '';
  for (const _page of [1, 2]) {
    const all = [args, cursor].filter(Boolean).join(', ');
    const document = `{ ${list}${all && `(${all})`} { ${PAGE} } }`;
    const page = (await api.query<Record<string, Page>, never>(reader, document))[list];
    if (!page?.pageInfo.hasNextPage || args.startsWith('last')) return;
    cursor = `after: "${page.pageInfo.endCursor}"`;
  }
}

async function expectIndexedLists(reader: ApiUser, list: string, variants: readonly string[]) {
  const found: string[] = [];
  for (const args of variants) {
    const statements = await statementsOf(db, () => readPages(reader, list, args));
    found.push(...(await fullScans(db, statements)).map((scan) => `${list}(${args}) ${scan}`));
  }
  if (found.length > 0) throw new Error(found.join('\n\n'));
}

test.each(Object.entries(COMMON_LISTS))('anybody reads %s by indexes', (list, variants) =>
  expectIndexedLists(admin, list, variants));

describe.each(Object.entries(readers))('%s', (_name, reader) => {
  test.each(Object.entries(LISTS))('reads %s by indexes', (list, variants) =>
    expectIndexedLists(reader, list, variants));

  test('fetches anything by its id', async () => {
    const ids = await Promise.all(
      NODES.map(async ([type, table]) => globalId(type, await bulkId(db, table, 40))),
    );
    await expectNoFullScans(() =>
      api.query(reader, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: [...ids, SOME_USER],
      }),
    );
  });

  test('reads the numbers of the dashboard by indexes', () =>
    expectNoFullScans(() => api.query(reader, '{ dashboard { warned } }')));

  test('reads leads with all that belongs to them by indexes', () =>
    expectNoFullScans(() => api.query(reader, RELATIONS)));
});

describe('an agent who works on leads of others', () => {
  test.each(Object.keys(LISTS))('reads %s by indexes', (list) =>
    expectIndexedLists(helper, list, ['']));

  test('finds those leads by indexes', () =>
    expectIndexedLists(helper, 'leads', [
      filter('collaborating: true'),
      ...ORDERS.map((by) => `${filter('collaborating: true')}, ${by}`),
    ]));
});

describe('the nightly jobs', () => {
  test.each(JOB_NAMES.filter((job) => !OTHER_JOBS.includes(job)))('%s', async (job) => {
    const runner = nightlyRunner(db, clock);
    await expectNoFullScans(async () => {
      const outcome = await runner.runSlot({ job, slot: clock.now(), trigger: 'SCHEDULE' });
      expect(outcome?.status).toBe('SUCCEEDED');
    });
    const [run] = await db.query<{ processed: number; failed: number }>(
      'SELECT processed, failed FROM job_run WHERE job = $1 ORDER BY started_at DESC LIMIT 1',
      [job],
    );
    expect(run?.processed).toBeGreaterThan(10);
    expect(run?.failed).toBe(0);
  });
});

test('the nightly check', async () => {
  await db.prisma.setting.create({ data: { key: 'projection-check.sampleSize', value: 20 } });
  const slot = { job: 'projection-check', slot: clock.now(), trigger: 'SCHEDULE' } as const;
  await expectNoFullScans(() => nightlyRunner(db, clock).runSlot(slot));
  // Nobody projected these leads: they were written as they are.
  expect(await db.prisma.jobRun.findFirst({ where: { job: 'projection-check' } })).toMatchObject({
    processed: 0,
    failed: 20,
  });
});

describe('the work in the background', () => {
  const ctx = () => systemContext(db, clock.now());

  test('delivers reminders', () =>
    expectNoFullScans(async () => expect(await deliverFollowUps(ctx())).toBeGreaterThan(0)));

  test('notices that holds turn', () =>
    expectNoFullScans(async () => expect(await turnHolds(ctx())).toBeGreaterThan(0)));

  test.each([
    ['what another policy gave its dates', reprojectStale],
    ['reminders that were put off', wakeSnoozed],
    ['holds that are about to end by themselves', announceHoldEnds],
  ])('looks for %s', (_what, tick) => expectNoFullScans(() => tick(ctx())));

  test('takes the next mails', () =>
    expectNoFullScans(async () => {
      const claim = { leaseMs: 60_000, domain: 'example.com', most: 16, digest: true };
      expect(await claimDueEmails(db, clock.now(), claim)).not.toEqual([]);
    }));

  test('takes the next endpoint, and finds what it is to be sent', () =>
    expectNoFullScans(async () => {
      expect(await claimWebhook(db, clock.now(), 'WHOEVER_WANTS_IT')).not.toBeNull();
      const held = await claimWebhook(db, clock.now(), 'ANYBODY');
      const next = (tx: Tx) => held && nextDelivery({ ...ctx(), tx }, held, testKeyRing);
      expect(await db.transaction(async (tx) => next(tx), AS_SYSTEM)).not.toBeNull();
    }));

  test('tells by an index who wants what has happened', async () => {
    const [statement] = await statementsOf(db, () =>
      claimWebhook(db, clock.now(), 'WHOEVER_WANTS_IT'),
    );
    expect(statement && (await planOf(db, statement))).not.toMatch(/Seq Scan on domain_event/);
  });

  test('projects leads anew', async () => {
    const ids = await Promise.all([10, 20, 30].map((n) => bulkId(db, 'lead', n)));
    await expectNoFullScans(() =>
      db.transaction(async (tx) => {
        expect((await projectLeads({ ...ctx(), tx }, ids)).size).toBe(3);
      }, AS_SYSTEM),
    );
  });

  const findAsAgent = (question: Question) =>
    db.transaction(
      (tx) => lookUp(tx, () => findCandidates(tx, [question], null, clock.now(), [])),
      {
        as: { id: rep.id, role: 'REP', territory: null },
      },
    );

  test('recognises companies by each key, by what they resemble, and by what they were', async () => {
    const question = questionOf({
      companyName: 'Gasthof Adler',
      city: 'Bonn',
      country: 'DE',
      postalCode: null,
      website: 'https://company2000.example',
      contacts: [{ email: 'erika@adler.example', phone: '+49 228 123456' }],
    });
    await expectNoFullScans(() => findAsAgent(question));
    const leadId = await bulkId(db, 'lead', 41);
    await expectNoFullScans(() => findAsAgent({ ...question, leadId, comesBack: true }));
  });

  test('recognises a company by the words of its name, not by reading all leads', async () => {
    const id = await bulkId(db, 'lead', 41);
    const { companyName, city, country } = await db.prisma.lead.findUniqueOrThrow({
      where: { id },
    });
    const lead = { companyName, city, country, postalCode: null, website: null };
    await db.prisma.lead.update({ where: { id }, data: leadKeys(lead) });
    const question = questionOf({ ...lead, companyName: `${companyName} GmbH`, contacts: [] });
    const statements = await statementsOf(db, async () =>
      expect((await findAsAgent(question))[0]?.candidates).toContainEqual(
        expect.objectContaining({ id, evidence: expect.arrayContaining(['NAME']) }),
      ),
    );
    const planOfThat = async (part: string) => {
      const statement = statements.find(({ sql }) => sql.includes(part));
      return statement && (await planOf(db, statement));
    };
    expect(await planOfThat('candidate_keys &&')).toMatch(/Index.* lead_candidate_keys /);
    expect(await planOfThat('match_key = name')).toMatch(/Index.* lead_match /);
  });

  test('finds by an index the leads whose keys are of an earlier version', async () => {
    await expectNoFullScans(() => rekeyLeads(ctx(), 100));
  });
});
