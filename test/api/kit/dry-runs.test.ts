import { beforeAll, expect, test } from 'vitest';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';
import { mutate } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
const { db, clock } = api;
let anna: ApiUser;
let manager: ApiUser;
let leadId: string;

const FORETOLD = `... on DryRun {
  leads { leadId status state progressDeadline expiresAt }
  events { type leadId }
  mails { template recipient }
}`;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  manager = await api.user('MANAGER');
  const actor = {
    id: anna.id,
    email: anna.email,
    name: 'Anna',
    role: 'REP',
    territory: null,
    scopes: null,
  } as const;
  ({ id: leadId } = await makeLead(contextFor(db, actor, clock.now())));
  clock.advance({ days: 10 });
});

/** Everything that is stored, as one text, but for what counts the questions about companies. */
async function everything(): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('rate_limit', 'conflict_check')
     ORDER BY relname`,
  );
  const contents = [];
  for (const { name } of tables) {
    const [row] = await db.query<{ rows: string }>(
      `SELECT coalesce(string_agg(line, ' ' ORDER BY line), '') AS rows FROM (SELECT t::text AS line FROM ${name} t) lines`,
    );
    contents.push(`${name}: ${row?.rows}`);
  }
  return contents.join('\n');
}

async function foretold(as: ApiUser, verb: string, input: object): Promise<unknown> {
  const before = await everything();
  const body = await mutate(api, as, verb, input, FORETOLD, { dryRun: true });
  expect(await everything()).toBe(before);
  return JSON.parse(body).data?.answer ?? JSON.parse(body);
}

test('a dry run foretells the dates that an activity gives, and writes nothing', async () => {
  const id = globalId('Lead', leadId);
  expect(await foretold(anna, 'logActivity', { leadId: id, kind: 'QUALIFIED_CALL' })).toEqual({
    __typename: 'DryRun',
    leads: [
      {
        leadId: id,
        status: 'ACTIVE',
        state: 'PROTECTED',
        progressDeadline: '2026-05-10T08:00:00.000Z',
        expiresAt: '2026-09-01T08:00:00.000Z',
      },
    ],
    events: [{ type: 'ACTIVITY_LOGGED', leadId: id }],
    mails: [],
  });
});

test('it foretells a lead that would be made, and one that its owner would know by the pool alone', async () => {
  const made = await foretold(anna, 'registerLead', { companyName: 'Hotel Adler', city: 'Ulm' });
  expect(made).toMatchObject({
    leads: [{ leadId: null, status: 'ACTIVE', state: 'PROTECTED' }],
    events: [{ type: 'LEAD_REGISTERED' }],
  });
  const id = globalId('Lead', leadId);
  expect(await foretold(anna, 'releaseLead', { leadId: id })).toMatchObject({
    leads: [{ leadId: id, status: 'RELEASED', state: 'UNOWNED', expiresAt: null }],
    events: [{ type: 'LEAD_RELEASED', leadId: id }],
  });
});

test('it foretells mails without telling whose they are', async () => {
  const input = { leadId: globalId('Lead', leadId), months: 1, reason: 'Trade fair' };
  expect(await foretold(anna, 'requestExtension', input)).toMatchObject({
    mails: [{ template: 'extension-requested', recipient: null }],
  });
});

test('it answers with the errors that there would be', async () => {
  const zoe = await api.user('REP', { name: 'Zoe' });
  const input = { leadId: globalId('Lead', leadId), ownerId: globalId('User', zoe.id) };
  expect(await foretold(zoe, 'releaseLead', { leadId: input.leadId })).toMatchObject({
    __typename: 'NotFoundError',
  });
  expect(await foretold(anna, 'reassignLead', input)).toMatchObject({
    __typename: 'ForbiddenError',
  });
  // As a refusal it is noted when it is meant.
  const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const again = { companyName: lead.companyName, city: lead.city };
  expect(await foretold(zoe, 'registerLead', again)).toMatchObject({
    __typename: 'ConflictError',
    reason: 'COMPANY_PROTECTED',
  });
});

test('what it tells of a company counts as a check, and is refused where a check would be', async () => {
  const eva = await api.user('REP', { name: 'Eva' });
  const { companyName, city } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const register = (company: object) =>
    mutate(api, eva, 'registerLead', company, '', { dryRun: true });
  expect(await register({ companyName: 'Mensa Nord', city: 'Kiel' })).toContain('DryRun');
  const refused = await mutate(
    api,
    eva,
    'registerLead',
    { companyName, city },
    '... on ConflictError { reason receipt { id } }',
    { dryRun: true },
  );
  expect(JSON.parse(refused).data.answer).toMatchObject({
    reason: 'COMPANY_PROTECTED',
    receipt: null,
  });
  expect(
    await db.prisma.conflictCheck.findMany({
      where: { actorId: eva.id },
      select: { verb: true, verdict: true },
      orderBy: { id: 'asc' },
    }),
  ).toEqual([
    { verb: 'registerLead', verdict: 'FREE' },
    { verb: 'registerLead', verdict: 'PROTECTED' },
  ]);
  await db.prisma.setting.create({ data: { key: 'conflictChecksPerDay', value: 2 } });
  const over = await mutate(
    api,
    eva,
    'registerLead',
    { companyName: 'Bistro West', city: 'Trier' },
    '... on ConflictError { reason }',
    { dryRun: true },
  );
  expect(JSON.parse(over).data.answer).toMatchObject({ reason: 'CHECK_LIMIT' });
  expect(await db.prisma.conflictCheck.count({ where: { actorId: eva.id } })).toBe(2);
});

test('a change with an idempotency key is made once, and answers the same again', async () => {
  const update = (source: string, idempotencyKey: string) =>
    mutate(
      api,
      manager,
      'updateLead',
      { leadId: globalId('Lead', leadId), expectedVersion: 1, source, idempotencyKey },
      '... on UpdateLeadPayload { lead { version source } }',
    );
  const first = await update('Fair', 'one');
  expect(JSON.parse(first).data.answer).toMatchObject({ lead: { version: 2, source: 'Fair' } });
  expect(await update('Fair', 'one')).toBe(first);
  expect(await update('Web', 'one')).toContain('KEY_REUSED');
  expect(await update('Fair', 'another')).toContain('STALE_VERSION');
  expect(await update('Fair', '')).toContain('"path":"idempotencyKey"');
  const [kept] = await db.query<{ answer: string }>(
    `SELECT answer FROM idempotency_key WHERE verb = 'updateLead'`,
  );
  expect(JSON.parse(kept?.answer ?? '')).toEqual({ leadId, version: 2 });
});
