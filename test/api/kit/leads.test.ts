import { beforeAll, describe, expect, test } from 'vitest';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { newId } from '../../../src/platform/db/ids.js';
import { systemContext } from '../../features/jobs/nightly.js';
import { type ApiUser, globalId } from '../../support/api.js';
import {
  LeadByIdDocument,
  type LeadOrder,
  LeadPageDocument,
  type LeadPageQuery,
  type LeadPageQueryVariables,
  LeadsWithRelationsDocument,
  PoolDocument,
} from '../../support/generated/operations.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let anna: ApiUser;
let bert: ApiUser;
let wallboard: ApiUser;
let annasLeads: string[];

const FIRST_REGISTERED = new Date('2026-01-10T08:00:00Z');

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  bert = await api.user('REP', { name: 'Bert' });
  wallboard = await api.user('WALLBOARD');
  annasLeads = await insertLeads(api.db, {
    ownerId: anna.id,
    count: 7,
    from: FIRST_REGISTERED,
    children: 2,
    lead: (index) => (index % 3 === 2 ? { expiresAt: null, notes: 'Ask for Erika' } : {}),
  });
  await insertLeads(api.db, { ownerId: bert.id, count: 1, from: FIRST_REGISTERED });
});

async function names(variables: LeadPageQueryVariables): Promise<string[]> {
  const { leads } = await api.query(anna, LeadPageDocument, variables);
  return leads.edges.map(({ node }) => node.companyName.slice(-1));
}

/** Walks through all pages, forwards or backwards. */
async function walk(orderBy: LeadOrder, size: number, backwards = false): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const variables: LeadPageQueryVariables = {
      ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }),
      orderBy,
    };
    const { leads }: LeadPageQuery = await api.query(anna, LeadPageDocument, variables);
    const found: string[] = leads.edges.map(({ node }) => node.companyName.slice(-1));
    if (backwards) seen.unshift(...found);
    else seen.push(...found);
    const { pageInfo } = leads;
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
  }
}

describe('a page of leads', () => {
  test('begins with the latest registration', async () => {
    expect(await names({ first: 3 })).toEqual(['6', '5', '4']);
  });

  test('walked through shows every lead once, forwards and backwards', async () => {
    const orderBy = { field: 'COMPANY_NAME', direction: 'ASC' } as const;
    const all = ['0', '1', '2', '3', '4', '5', '6'];
    expect(await walk(orderBy, 2)).toEqual(all);
    expect(await walk(orderBy, 3, true)).toEqual(all);
  });

  test('by a date that some leads do not have is complete in both directions', async () => {
    const ascending = ['0', '1', '3', '4', '6'];
    const rest = await walk({ field: 'EXPIRES_AT', direction: 'ASC' }, 2);
    expect(rest.slice(0, 5)).toEqual(ascending);
    expect(rest.slice(5).sort()).toEqual(['2', '5']);
    const descending = await walk({ field: 'EXPIRES_AT', direction: 'DESC' }, 2);
    expect(descending).toEqual([...rest].reverse());
    expect(await walk({ field: 'EXPIRES_AT', direction: 'DESC' }, 2, true)).toEqual(descending);
  });

  test('refuses sizes out of bounds and cursors of another order', async () => {
    const tooMany = await api.execute(anna, LeadPageDocument, { first: 101 });
    expect(tooMany.errors?.[0]?.message).toBe('first: 101 is given, allowed is 0 to 100');
    const { leads } = await api.query(anna, LeadPageDocument, { first: 1 });
    const wrong = await api.execute(anna, LeadPageDocument, {
      after: leads.pageInfo.endCursor,
      orderBy: { field: 'COMPANY_NAME', direction: 'ASC' },
    });
    expect(wrong.errors?.[0]?.extensions?.code).toBe('VALIDATION');
  });

  test('can be filtered and searched by parts of names and by e-mail', async () => {
    expect(await names({ filter: { search: 'HÔTEL 003' } })).toEqual(['3']);
    expect(await names({ filter: { search: 'INFO4@hotel.example' } })).toEqual(['4']);
    expect(await names({ filter: { registeredFrom: '2026-01-15T00:00:00Z' } })).toEqual(['6', '5']);
    expect(await names({ filter: { status: ['EXPIRED'] } })).toEqual([]);
  });
});

describe('a page with all its relations takes as many statements for 2 leads as for 50', () => {
  async function statementsFor(reader: ApiUser, first: number): Promise<number> {
    let statements = 0;
    const stop = api.db.onQuery(() => {
      statements += 1;
    });
    await api.query(reader, LeadsWithRelationsDocument, { first });
    stop();
    return statements;
  }

  async function makeLeads(name: string): Promise<{ owner: ApiUser; leadIds: string[] }> {
    const owner = await api.user('REP', { name });
    const rows = { ownerId: owner.id, count: 50, from: FIRST_REGISTERED, children: 3 };
    return { owner, leadIds: await insertLeads(api.db, rows) };
  }

  test('of which the clock runs', async () => {
    const { owner } = await makeLeads('Carla');
    const few = await statementsFor(owner, 2);
    expect(await statementsFor(owner, 50)).toBe(few);
    expect(few).toBeLessThan(20);
  });

  test('of which an open hold has paused the clock', async () => {
    const { owner, leadIds } = await makeLeads('Dora');
    await pause(leadIds);
    const few = await statementsFor(owner, 2);
    expect(await statementsFor(owner, 50)).toBe(few);
    expect(few).toBeLessThan(20);
    const { leads } = await api.query(owner, LeadsWithRelationsDocument, { first: 50 });
    const protections = leads.edges.map(({ node }) => node.protection);
    expect(protections).toHaveLength(50);
    for (const { state, expiresAt, remaining } of protections) {
      expect({ state, expiresAt }).toEqual({ state: 'ON_HOLD', expiresAt: null });
      expect(remaining).toMatch(/^P/);
    }
  });
});

/** Holds the leads from a day after they were registered on, with no end in sight. */
async function pause(leadIds: readonly string[]): Promise<void> {
  const { db, clock } = api;
  const ownerships = await db.prisma.ownership.findMany({
    where: { leadId: { in: [...leadIds] } },
  });
  await db.prisma.hold.createMany({
    data: ownerships.map(({ id, leadId, ownerId, assignedAt }) => ({
      id: newId(),
      leadId,
      ownershipId: id,
      startedById: ownerId,
      reason: 'SUPPLY_ISSUE',
      startAt: new Date(assignedAt.getTime() + 86_400_000),
    })),
  });
  await db.transaction((tx) => projectLeads({ ...systemContext(db, clock.now()), tx }, leadIds));
}

describe('who sees what', () => {
  test('an agent sees their own lead', async () => {
    const id = globalId('Lead', annasLeads[2] ?? '');
    expect(await api.query(anna, LeadByIdDocument, { id })).toEqual({
      lead: {
        companyName: 'Hotel 002',
        notes: 'Ask for Erika',
        owner: { name: 'Anna' },
        contacts: [{ email: 'info2@hotel.example' }],
      },
      node: { companyName: 'Hotel 002' },
    });
  });

  test('for another agent it does not exist, just as if the id were made up', async () => {
    for (const leadId of [annasLeads[2] ?? '', '01890000-0000-7000-8000-000000000000']) {
      expect(await api.query(bert, LeadByIdDocument, { id: globalId('Lead', leadId) })).toEqual({
        lead: null,
        node: null,
      });
    }
  });

  test('a wallboard sees the lead, but no people and no free text', async () => {
    const id = globalId('Lead', annasLeads[2] ?? '');
    expect(await api.query(wallboard, LeadByIdDocument, { id })).toEqual({
      lead: { companyName: 'Hotel 002', notes: null, owner: null, contacts: [] },
      node: { companyName: 'Hotel 002' },
    });
  });

  test('the pool shows anybody the company, and nobody the people', async () => {
    await insertLeads(api.db, {
      ownerId: anna.id,
      count: 1,
      from: FIRST_REGISTERED,
      lead: () => ({
        companyName: 'Pool Hotel',
        ownerId: null,
        status: 'EXPIRED',
        endReason: 'NO_PROGRESS',
        endedAt: new Date('2026-02-20T01:00:00Z'),
        notes: 'Secret',
      }),
    });
    const expected = {
      pool: {
        edges: [
          {
            node: {
              companyName: 'Pool Hotel',
              status: 'EXPIRED',
              notes: null,
              contacts: [],
              activities: { edges: [] },
            },
          },
        ],
      },
    };
    expect(await api.query(bert, PoolDocument)).toEqual(expected);
    expect(await api.query(await api.user('ADMIN'), PoolDocument)).toEqual(expected);
  });
});
