import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, globalId } from '../../support/api.js';
import {
  EventLogDocument,
  ExplainProtectionDocument,
  ForecastProtectionDocument,
  ImportReportDocument,
  LeadHistoryDocument,
  LogActivityDocument,
  RegisterLeadDocument,
  ReleaseLeadDocument,
  RunJobDocument,
  StartHoldDocument,
} from '../../support/generated/operations.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });
let anna: ApiUser;
let bert: ApiUser;
let admin: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  bert = await api.user('REP', { name: 'Bert' });
  admin = await api.user('ADMIN');
});

async function register(companyName: string): Promise<string> {
  const input = { companyName, city: 'Berlin' };
  const { registerLead } = await api.query(anna, RegisterLeadDocument, { input });
  if (registerLead.__typename !== 'RegisterLeadPayload') {
    throw new Error(JSON.stringify(registerLead));
  }
  return registerLead.lead.id;
}

describe('registering', () => {
  const input = { companyName: 'Hotel Adler', city: 'Ulm', idempotencyKey: 'k1' };

  test('answers with the lead under protection, and with a known key answers the same', async () => {
    const expected = {
      __typename: 'RegisterLeadPayload',
      lead: {
        id: expect.any(String),
        companyName: 'Hotel Adler',
        stage: 'PRE_REGISTRATION',
        owner: { name: 'Anna' },
        protection: {
          state: 'PROTECTED',
          progressDeadline: '2026-04-30T08:00:00.000Z',
          baseEndsAt: '2026-09-01T08:00:00.000Z',
        },
      },
    };
    const first = await api.query(anna, RegisterLeadDocument, { input });
    expect(first.registerLead).toEqual({ ...expected, replayed: false });
    const again = await api.query(anna, RegisterLeadDocument, { input });
    expect(again.registerLead).toEqual({ ...first.registerLead, replayed: true });
  });

  test('a company under protection is refused, whoever asks', async () => {
    const result = await api.query(bert, RegisterLeadDocument, {
      input: { companyName: 'Hotel Adler', city: 'Ulm' },
    });
    expect(result.registerLead).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  });

  test('what is wrong with the input is told field by field', async () => {
    const result = await api.query(anna, RegisterLeadDocument, {
      input: { companyName: ' ', city: 'Ulm' },
    });
    expect(result.registerLead).toMatchObject({
      __typename: 'ValidationError',
      code: 'VALIDATION',
      problems: [{ path: 'companyName' }],
    });
  });

  test('everything wrong with the input is told at once', async () => {
    const input = {
      companyName: ' ',
      city: ' ',
      website: 'nowhere',
      contacts: [{ email: 'erika' }, { phone: 'later' }],
    };
    const { registerLead } = await api.query(anna, RegisterLeadDocument, { input });
    if (registerLead.__typename !== 'ValidationError') throw new Error(registerLead.__typename);
    expect(registerLead.problems.map(({ path }) => path).toSorted()).toEqual([
      'city',
      'companyName',
      'contacts.0.email',
      'contacts.1.phone',
      'website',
    ]);
  });
});

test('an activity begins a new window; another agent’s lead does not exist for it', async () => {
  const leadId = await register('Hotel Aktiv');
  const input = { leadId, kind: 'QUALIFIED_CALL', note: 'Wants an offer' } as const;
  const foreign = await api.query(bert, LogActivityDocument, { input });
  expect(foreign.logActivity).toMatchObject({ __typename: 'NotFoundError' });
  api.clock.advance({ hours: 1 });
  const own = await api.query(anna, LogActivityDocument, { input });
  const at = api.clock.now().toISOString();
  expect(own.logActivity).toEqual({
    __typename: 'LogActivityPayload',
    activity: {
      id: expect.any(String),
      kind: 'QUALIFIED_CALL',
      performedAt: at,
      note: 'Wants an offer',
      lead: { protection: { state: 'PROTECTED', progressAnchor: at } },
    },
  });
});

test('an open hold moves the end by the days after which it ends by itself, and shows what is left', async () => {
  const leadId = await register('Hotel Halt');
  const { startHold } = await api.query(anna, StartHoldDocument, {
    input: { leadId, reason: 'SUPPLY_ISSUE' },
  });
  expect(startHold).toEqual({
    __typename: 'StartHoldPayload',
    hold: {
      id: expect.any(String),
      reason: 'SUPPLY_ISSUE',
      running: true,
      lead: {
        protection: {
          state: 'ON_HOLD',
          onHold: true,
          expiresAt: expect.stringMatching(/^2026-11-30T/),
          remaining: expect.stringMatching(/^P18\dD/),
        },
      },
    },
  });
});

test('protection is explained step by step, and forecast without writing', async () => {
  const leadId = await register('Hotel Klar');
  const { explainProtection } = await api.query(anna, ExplainProtectionDocument, { leadId });
  const now = api.clock.now().toISOString();
  expect(explainProtection).toMatchObject({ state: 'PROTECTED', progressAnchor: now });
  expect(explainProtection?.ledger).toContainEqual({
    kind: 'ANCHOR',
    details: { kind: 'ANCHOR', at: now, from: 'ASSIGNMENT' },
  });
  expect(explainProtection?.text).toHaveLength(explainProtection?.ledger.length ?? 0);

  const { forecastProtection } = await api.query(anna, ForecastProtectionDocument, {
    leadId,
    hypothesis: { policy: { progressDays: 45 } },
  });
  expect(forecastProtection?.changed).toEqual(['warningDueAt', 'progressDeadline']);
  const two = await api.execute(anna, ForecastProtectionDocument, {
    leadId,
    hypothesis: { policy: { progressDays: 45 }, holdEnds: { endAt: now } },
  });
  expect(two.errors?.[0]?.extensions?.code).toBe('VALIDATION');
  const foreign = await api.execute(bert, ExplainProtectionDocument, { leadId });
  expect(foreign.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
});

test('the log and the history of a lead tell what happened, in order', async () => {
  const leadId = await register('Hotel Geschichte');
  await api.query(anna, LogActivityDocument, { input: { leadId, kind: 'MEETING' } });
  // What was before and after is for admins and auditors.
  const own = await api.query(anna, LeadHistoryDocument, { id: leadId });
  expect(own.lead?.history.edges.map(({ node }) => node)).toEqual([
    { action: 'logActivity', actor: { name: 'Anna' }, after: null, blanked: null },
    { action: 'registerLead', actor: { name: 'Anna' }, after: null, blanked: null },
  ]);
  await api.query(anna, ReleaseLeadDocument, { input: { leadId } });
  await expect
    .poll(async () => {
      const { eventLog } = await api.query(anna, EventLogDocument, { leadId, first: 100 });
      return eventLog.edges.map(({ node }) => [
        node.type,
        node.lead?.companyName,
        node.actor?.name,
      ]);
    })
    .toEqual([
      ['LEAD_REGISTERED', 'Hotel Geschichte', 'Anna'],
      ['ACTIVITY_LOGGED', 'Hotel Geschichte', 'Anna'],
      ['LEAD_RELEASED', 'Hotel Geschichte', 'Anna'],
    ]);
  const { lead } = await api.query(admin, LeadHistoryDocument, { id: leadId });
  expect(lead?.history.edges.map(({ node }) => node)).toMatchObject([
    { action: 'releaseLead', after: { status: 'RELEASED' }, blanked: false },
    { action: 'logActivity', after: { kind: 'MEETING' } },
    { action: 'registerLead', after: { companyName: 'Hotel Geschichte' } },
  ]);
  // Anna gave it away: it is in the pool, where nobody sees what happened.
  const given = await api.query(anna, LeadHistoryDocument, { id: leadId });
  expect(given.lead?.history.edges).toEqual([]);
});

describe('running a job', () => {
  test('dry, it tells what would be done and may look ahead', async () => {
    await register('Hotel Bald');
    const { runJob } = await api.query(admin, RunJobDocument, {
      input: { job: 'PROGRESS_WARNING', dryRun: true, asOf: '2026-04-24T00:00:00Z' },
    });
    expect(runJob).toMatchObject({ __typename: 'RunJobPayload', dryRun: true, jobRun: null });
    if (runJob.__typename !== 'RunJobPayload') return;
    expect(runJob.affected.map(({ action, lead }) => [action, lead?.companyName])).toContainEqual([
      'WARN',
      'Hotel Bald',
    ]);
  });

  test('for real, it answers with its run; it is for admins', async () => {
    const input = { job: 'PROGRESS_WARNING' } as const;
    const { runJob } = await api.query(admin, RunJobDocument, { input });
    expect(runJob).toMatchObject({ jobRun: { job: 'PROGRESS_WARNING', status: 'SUCCEEDED' } });
    const refused = await api.query(anna, RunJobDocument, { input });
    expect(refused.runJob).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
  });
});

test('a file is imported by multipart upload, row by row', async () => {
  const form = new FormData();
  const query = await readFile('test/api/kit/operations/work.graphql', 'utf8');
  form.set(
    'operations',
    JSON.stringify({
      query,
      operationName: 'ImportLeads',
      variables: { input: { file: null, ownerIds: [globalId('User', anna.id)] } },
    }),
  );
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  const csv = 'company,city\nCafé Import,Kiel\n,Kiel\nCafe Import,Kiel\n';
  form.set('0', new File([csv], 'leads.csv', { type: 'text/csv' }));
  const response = await fetch(`${api.app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}` },
    body: form,
  });
  const { data, errors } = (await response.json()) as {
    data: { importLeads: { importJob: { id: string } } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  expect(data.importLeads).toMatchObject({ replayed: false, importJob: { fileName: 'leads.csv' } });
  const { id } = data.importLeads.importJob;
  await expect
    .poll(async () => (await api.query(admin, ImportReportDocument, { id })).node, {
      timeout: 20_000,
    })
    .toMatchObject({ status: 'FINISHED', createdRows: 1, duplicateRows: 1, rejectedRows: 1 });
  const { node } = await api.query(admin, ImportReportDocument, { id });
  const rows = node && 'rows' in node ? node.rows?.edges.map((edge) => edge.node) : [];
  expect(rows).toMatchObject([
    { line: 2, outcome: 'CREATED', lead: { companyName: 'Café Import' } },
    { line: 3, outcome: 'REJECTED', problems: [{ code: 'REQUIRED', column: 'company' }] },
    { line: 4, outcome: 'DUPLICATE', duplicateOfLine: 2 },
  ]);
});
