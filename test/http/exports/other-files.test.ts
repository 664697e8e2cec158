import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, globalId } from '../../support/api.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';
import { unzip } from '../../support/unzip.js';

const api = await testApi({ started: true });
let agent: ApiUser;
let other: ApiUser;
let admin: ApiUser;

beforeAll(async () => {
  agent = await api.user('REP', { name: 'Agent' });
  other = await api.user('REP', { name: 'Other' });
  admin = await api.user('ADMIN', { name: 'Admin' });
  const from = new Date('2026-02-01T08:00:00Z');
  await insertLeads(api.db, {
    ownerId: agent.id,
    count: 130,
    from,
    lead: (n) => ({
      notes: n === 0 ? '=1+1' : null,
      source: n < 2 ? 'Messe' : null,
      estimatedVolume: n === 0 ? '1250.50' : null,
    }),
  });
  await insertLeads(api.db, {
    ownerId: other.id,
    count: 1,
    from,
    lead: () => ({ source: 'Messe' }),
  });
});

function ask(as: ApiUser | null, file: string, params: Record<string, string> = {}) {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${as.token}` } : {};
  return api.app.fetch(
    new Request(`http://localhost/exports/${file}?${new URLSearchParams(params)}`, { headers }),
  );
}

const lines = async (response: Response) =>
  (await response.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const lastEntry = () =>
  api.db.prisma.auditEntry.findFirst({ where: { entity: 'Export' }, orderBy: { id: 'desc' } });

const CHANGES = '[{"key":"protection.progressDays","value":"45"}]';

describe('leads.xlsx', () => {
  test('has the leads of the caller with the filter of `leads`, and is in the audit trail', async () => {
    const response = await ask(agent, 'leads.xlsx', {
      filter: '{"source":"Messe"}',
      language: 'de',
    });
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="leads-2026-03-01.xlsx"',
    ]);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await unzip(await response.bytes());
    expect(sheet.match(/<row /g)).toHaveLength(3);
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).toContain('<v>1250.5</v>');
    expect(sheet).toContain('<autoFilter ref="A1:X3"/>');
    expect(await lastEntry()).toMatchObject({
      action: 'exportLeads',
      actorId: agent.id,
      after: { filteredBy: ['source'], ordered: false, language: 'de', format: 'xlsx' },
    });
  });

  test('has all leads, however many pages they are', async () => {
    const response = await ask(agent, 'leads.xlsx');
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await unzip(await response.bytes());
    expect(sheet.match(/<row /g)).toHaveLength(131);
  });
});

describe('leads.jsonl', () => {
  test('has each lead as the API shows it, and goes on behind a line', async () => {
    const response = await ask(agent, 'leads.jsonl');
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const all = await lines(response);
    expect(all).toHaveLength(130);
    expect(all.at(-1)).toMatchObject({
      cursor: expect.any(String),
      id: expect.any(String),
      notes: '=1+1',
      owner: { id: globalId('User', agent.id), name: 'Agent' },
      collaborators: [],
      protection: { state: 'PROTECTED', onHold: false },
    });
    const rest = await lines(await ask(agent, 'leads.jsonl', { after: all[99].cursor }));
    expect(rest.map(({ id }) => id)).toEqual(all.slice(100).map(({ id }) => id));
    expect(await lastEntry()).toMatchObject({
      after: { filteredBy: [], ordered: false, format: 'jsonl' },
    });
  });

  test('tells where the log goes on that it was read before', async () => {
    const cursor = (await ask(agent, 'leads.jsonl')).headers.get('x-log-cursor') ?? '';
    expect(await lines(await ask(agent, 'events.jsonl', { after: cursor }))).toEqual([]);
    await hold();
    const later = await lines(await ask(agent, 'events.jsonl', { after: cursor }));
    expect(later.map(({ type }) => type)).toEqual(['HOLD_STARTED']);
  });
});

async function hold() {
  const { id } = await api.db.prisma.lead.findFirstOrThrow({
    where: { ownerId: agent.id, onHold: false },
  });
  const result = await api.query<{ startHold: { __typename: string } }, object>(
    agent,
    'mutation ($id: ID!) { startHold(input: { leadId: $id, reason: SUPPLY_ISSUE }) { __typename } }',
    { id: globalId('Lead', id) },
  );
  expect(result.startHold.__typename).toBe('StartHoldPayload');
  // The sequencer has put it into the log.
  await expect.poll(() => api.db.prisma.domainEvent.count({ where: { position: null } })).toBe(0);
}

describe('events.jsonl', () => {
  test('has the events that the caller may see, from a cursor on, of the types that are wanted', async () => {
    await hold();
    await hold();
    const mine = await lines(
      await ask(agent, 'events.jsonl', { types: 'HOLD_STARTED,HOLD_ENDED' }),
    );
    expect(mine.length).toBeGreaterThan(1);
    expect(mine[0]).toEqual({
      id: expect.any(String),
      cursor: expect.any(String),
      type: 'HOLD_STARTED',
      version: 1,
      occurredAt: '2026-03-01T09:00:00.000Z',
      actorId: globalId('User', agent.id),
      leadId: expect.any(String),
      payload: expect.objectContaining({ reason: 'SUPPLY_ISSUE' }),
    });
    const after = mine[0].cursor;
    const rest = await lines(await ask(agent, 'events.jsonl', { after, types: 'HOLD_STARTED' }));
    expect(rest).toEqual(mine.slice(1));
    expect(await lines(await ask(other, 'events.jsonl'))).toEqual([]);
    expect(await lastEntry()).toMatchObject({
      action: 'exportLeads',
      after: { events: 'all', continued: false, format: 'jsonl' },
    });
  });

  test.each([
    [{ types: 'HOLD_STARTED,TEA' }, 'types: "TEA" is no type of event'],
    [{ after: 'abc' }, 'after: "abc" is no cursor'],
    [{ from: 'abc' }, 'from: is no parameter, allowed are after and types'],
  ])('%j is refused', async (params, message) => {
    const response = await ask(agent, 'events.jsonl', params as Record<string, string>);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining(message) },
    ]);
  });
});

describe('policy-preview', () => {
  test('has every lead that the change would change, as CSV and as a workbook', async () => {
    const response = await ask(admin, 'policy-preview.csv', { changes: CHANGES, language: 'de' });
    const rows: Record<string, string>[] = parse(await response.text(), {
      bom: true,
      columns: true,
      delimiter: ';',
    });
    expect(rows).toHaveLength(131);
    expect(rows.find(({ Inhaber }) => Inhaber === other.email)).toEqual({
      'Lead-Id': expect.any(String),
      Firma: expect.stringMatching(/^Hotel/),
      Ort: expect.any(String),
      Inhaber: other.email,
      'Schutz vorher': 'Geschützt',
      'Schutz nachher': 'Geschützt',
      'Läuft ab vorher': expect.stringMatching(/^\d\d\.\d\d\.2026/),
      'Läuft ab nachher': expect.stringMatching(/^\d\d\.\d\d\.2026/),
    });
    const workbook = await ask(admin, 'policy-preview.xlsx', { changes: CHANGES });
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await unzip(await workbook.bytes());
    expect(sheet.match(/<row /g)).toHaveLength(132);
    expect(await lastEntry()).toMatchObject({
      action: 'previewPolicy',
      actorId: admin.id,
      after: { keys: ['protection.progressDays'], language: 'en', format: 'xlsx' },
    });
  });

  test('is for admins and auditors, and says what is wrong with a change', async () => {
    expect((await ask(agent, 'policy-preview.csv', { changes: CHANGES })).status).toBe(403);
    expect((await ask(null, 'policy-preview.csv', { changes: CHANGES })).status).toBe(401);
    const wrong: [string, string][] = [
      ['{}', 'changes: is no list of changes'],
      ['[]', 'changes: is no list of changes'],
      ['[{"key":"protection.progressDays","value":"0"}]', 'changes.0.value'],
      ['[{"key":"jobs.concurrency","value":"1"}]', 'changes.0.key'],
    ];
    for (const [changes, message] of wrong) {
      const response = await ask(admin, 'policy-preview.csv', { changes });
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { detail: expect.stringContaining(message) },
      ]);
    }
  });
});
