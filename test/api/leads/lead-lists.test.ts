import { beforeAll, describe, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { voidActivity } from '../../../src/features/activities/void-activity.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { updateUser } from '../../../src/features/users/update-user.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import {
  LeadFacetsDocument,
  type LeadFilter,
  LeadListDocument,
  type LeadListQuery,
  type LeadOrder,
  LeadsAndTheirPositionDocument,
  PoolFacetsDocument,
} from '../../support/generated/operations.js';
import { insertLeads } from '../../support/lead-rows.js';
import { readSse } from '../../support/sse.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });
const { db, clock } = api;

/** In the order of a German telephone book of the second kind; all names begin differently by their first four letters. */
const NAMES = ['Abend', 'Äcker', 'adler', 'Ähre', 'Ofen', 'Öztürk', 'Straße', 'Strasser', 'Zoo'];
const AT = new Date('2026-01-10T08:00:00Z');
const DAY_MS = 86_400_000;

let anna: ApiUser;
let zoe: ApiUser;
let manager: ApiUser;
let admin: ApiUser;
let wallboard: ApiUser;
/** By the names of their companies. */
let ids: Record<string, string>;

function actorOf({ id, email }: ApiUser, role: 'REP' | 'ADMIN') {
  const actor = { id, email, role, name: email, territory: null, scopes: null };
  return contextFor(db, actor, clock.now());
}

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  zoe = await api.user('REP', { name: 'zoe' });
  manager = await api.user('MANAGER', { name: 'North', territory: 'NORTH' });
  admin = await api.user('ADMIN');
  wallboard = await api.user('WALLBOARD');
  const rows = await insertLeads(db, {
    ownerId: anna.id,
    count: NAMES.length,
    from: AT,
    lead: (nth) => ({
      companyName: NAMES[nth] ?? '',
      city: NAMES.at(-1 - nth) ?? '',
      territory: nth % 2 ? 'NORTH' : 'SOUTH',
      postalCode: `8${nth}331`,
      tags: nth === 3 ? ['fair', 'big'] : nth === 4 ? ['fair'] : [],
      estimatedVolume: nth % 3 ? `${100 - nth}.50` : null,
      businessType: nth < 2 ? 'HOTEL' : null,
      stage: nth === 0 ? 'QUALIFIED' : 'REGISTERED',
      progressDeadline: new Date(AT.getTime() + (nth === 4 ? 30 : 60 + nth) * DAY_MS),
      warnedAt: nth === 6 ? new Date('2026-02-27T00:00:00Z') : null,
      expiresAt: new Date(AT.getTime() + (nth === 8 ? 40 : 181) * DAY_MS),
    }),
  });
  ids = Object.fromEntries(rows.map((id, nth) => [NAMES[nth] ?? '', id]));
  const lead = (name: string) => ids[name] ?? '';
  await requestExtension(actorOf(anna, 'REP'), {
    leadId: lead('Äcker'),
    months: 1,
    reason: 'Tender',
  });
  await startHold(actorOf(anna, 'REP'), {
    leadId: lead('adler'),
    reason: 'SUPPLY_ISSUE',
    endAt: new Date(clock.now().getTime() + 5 * DAY_MS),
  });
  await releaseLead(actorOf(anna, 'REP'), { leadId: lead('Öztürk') });
  await markLeadLost(actorOf(anna, 'REP'), { leadId: lead('Strasser'), reason: 'Budget' });
});

async function list(
  reader: ApiUser,
  filter: LeadFilter | null,
  orderBy?: LeadOrder,
): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const { leads }: LeadListQuery = await api.query(reader, LeadListDocument, {
      filter,
      orderBy: orderBy ?? { field: 'COMPANY_NAME', direction: 'ASC' },
      first: 2,
      after,
    });
    names.push(...leads.edges.map(({ node }) => node.companyName));
    after = leads.pageInfo.hasNextPage ? (leads.pageInfo.endCursor ?? null) : null;
    if (after === null)
      expect({ filter, total: leads.totalCount }).toEqual({ filter, total: names.length });
  } while (after !== null);
  return names;
}

describe('leads are listed and counted', () => {
  test.each<[LeadFilter, string[]]>([
    [{}, NAMES],
    [{ state: ['EXPIRED'] }, ['Zoo']],
    [{ state: ['ON_HOLD'] }, ['adler']],
    [{ state: ['GRACE', 'WARNED'] }, ['Ofen', 'Straße']],
    [{ state: ['PROTECTED'] }, ['Abend', 'Äcker', 'Ähre']],
    [{ state: ['UNOWNED', 'LOST'] }, ['Öztürk', 'Strasser']],
    [{ state: [] }, []],
    [{ onHold: true }, ['adler']],
    [{ onHold: false, territory: 'SOUTH' }, ['Abend', 'Ofen', 'Straße', 'Zoo']],
    [{ tags: { any: ['big', 'fair'] } }, ['Ähre', 'Ofen']],
    [{ tags: { all: ['big', 'fair'] } }, ['Ähre']],
    [{ tags: { any: ['none'] } }, []],
    [{ hasOpenExtension: true }, ['Äcker']],
    [{ hasOpenExtension: false, businessType: ['HOTEL'] }, ['Abend']],
    [{ postalCodePrefix: '80' }, ['Abend']],
    [{ postalCodePrefix: '8' }, NAMES],
    [{ state: ['GRACE'], territory: 'SOUTH' }, ['Ofen']],
    [{ state: ['GRACE'], territory: 'NORTH' }, []],
  ])('by %j', async (filter, names) => {
    expect(await list(admin, filter)).toEqual(names);
    const norths = new Set(NAMES.filter((_, nth) => nth % 2));
    expect(await list(manager, filter)).toEqual(names.filter((name) => norths.has(name)));
  });

  test('by several owners', async () => {
    const ownerIds = [globalId('User', zoe.id), globalId('User', anna.id)];
    const owned = NAMES.filter((name) => name !== 'Öztürk');
    expect(await list(admin, { ownerIds })).toEqual(owned);
    expect(await list(admin, { ownerIds: ownerIds.slice(0, 1) })).toEqual([]);
    expect(await list(anna, { ownerIds })).toEqual(owned);
    expect(await list(wallboard, { ownerIds })).toEqual([]);
  });

  test('for wallboards not by labels, nor in the order of owners', async () => {
    expect(await list(wallboard, { tags: { any: ['fair'] } })).toEqual([]);
    expect(await list(wallboard, {})).toEqual(NAMES);
    const { errors } = await api.execute(wallboard, LeadListDocument, {
      orderBy: { field: 'OWNER', direction: 'ASC' },
    });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('by a postal code that is none, not at all', async () => {
    const filter = { postalCodePrefix: '%' };
    const { errors } = await api.execute(admin, LeadListDocument, { filter });
    expect(errors?.[0]?.message).toMatch(/^filter\.postalCodePrefix: "%" given/);
  });
});

describe('leads are sorted', () => {
  const backwards = <Row>(rows: readonly Row[]) => [...rows].reverse();

  test('by texts as Germans do, page by page', async () => {
    const germans = new Intl.Collator('de');
    expect([...NAMES].sort(germans.compare)).toEqual(NAMES);
    for (const reader of [admin, anna]) {
      const seen = reader === anna ? NAMES.filter((name) => name !== 'Öztürk') : NAMES;
      for (const [field, inOrder] of [
        ['COMPANY_NAME', seen],
        ['CITY', backwards(seen)],
      ] as const) {
        expect(await list(reader, {}, { field, direction: 'ASC' })).toEqual(inOrder);
        expect(await list(reader, {}, { field, direction: 'DESC' })).toEqual(backwards(inOrder));
      }
    }
  });

  test('by volume, those without one last', async () => {
    const given = ['Zoo', 'Strasser', 'Öztürk', 'Ofen', 'adler', 'Äcker'];
    const without = ['Abend', 'Ähre', 'Straße'];
    const ascending = await list(admin, {}, { field: 'ESTIMATED_VOLUME', direction: 'ASC' });
    expect(ascending.slice(0, given.length)).toEqual(given);
    expect(ascending.slice(given.length).sort()).toEqual(without.sort());
    expect(await list(admin, {}, { field: 'ESTIMATED_VOLUME', direction: 'DESC' })).toEqual(
      backwards(ascending),
    );
  });

  test('by the name that the owner has', async () => {
    const [newest] = await insertLeads(db, {
      ownerId: zoe.id,
      count: 1,
      from: AT,
      lead: () => ({ companyName: 'Mitte', territory: 'EAST' }),
    });
    const byOwner = { field: 'OWNER', direction: 'ASC' } as const;
    const filter = { territory: 'EAST' };
    await insertLeads(db, {
      ownerId: anna.id,
      count: 1,
      from: AT,
      lead: () => ({ companyName: 'Nord', territory: 'EAST' }),
    });
    expect(await list(admin, filter, byOwner)).toEqual(['Nord', 'Mitte']);
    await updateUser(actorOf(admin, 'ADMIN'), { userId: zoe.id, expectedVersion: 1, name: 'Älva' });
    expect(await list(admin, filter, byOwner)).toEqual(['Mitte', 'Nord']);
    await reassignLead(actorOf(admin, 'ADMIN'), { leadId: newest ?? '', ownerId: anna.id });
    expect((await list(admin, filter, byOwner)).sort()).toEqual(['Mitte', 'Nord']);
    await db.prisma.lead.deleteMany({ where: { id: newest ?? '' } }).catch(() => {});
  });

  test('by the latest activity of the present ownership, and found by it', async () => {
    const byActivity = { field: 'LAST_ACTIVITY', direction: 'ASC' } as const;
    const of = { ownerIds: [globalId('User', anna.id)], territory: 'NORTH' };
    const since = (at: string) => ({ ...of, lastActivityBefore: at });
    const log = (name: string, performedAt: string) =>
      logActivity(actorOf(anna, 'REP'), {
        leadId: ids[name] ?? '',
        kind: 'NOTE',
        performedAt: new Date(performedAt),
      });
    await log('Äcker', '2026-02-20T09:00:00Z');
    await log('Ähre', '2026-02-10T09:00:00Z');
    const { activityId } = await log('Ähre', '2026-02-25T09:00:00Z');
    expect((await list(admin, of, byActivity)).slice(0, 2)).toEqual(['Äcker', 'Ähre']);
    expect(await list(anna, since('2026-02-21T00:00:00Z'))).not.toContain('Ähre');
    await voidActivity(actorOf(anna, 'REP'), { activityId, reason: 'Another company' });
    expect((await list(admin, of, byActivity)).slice(0, 2)).toEqual(['Ähre', 'Äcker']);
    expect(await list(anna, since('2026-02-15T00:00:00Z'))).toContain('Ähre');
    expect(await list(anna, since('2026-02-15T00:00:00Z'))).not.toContain('Äcker');
  });
});

test('a list divides up by what its reader sees', async () => {
  const north = await api.query(admin, LeadFacetsDocument, { filter: { territory: 'NORTH' } });
  expect(north.leads).toEqual({
    totalCount: 4,
    facets: {
      states: [
        { state: 'PROTECTED', count: 2 },
        { state: 'LOST', count: 1 },
        { state: 'UNOWNED', count: 1 },
      ],
      stages: [{ stage: 'REGISTERED', count: 4 }],
      owners: [
        { owner: { name: 'Anna' }, count: 3 },
        { owner: null, count: 1 },
      ],
      territories: [{ value: 'NORTH', count: 4 }],
      businessTypes: [
        { value: null, count: 3 },
        { value: 'HOTEL', count: 1 },
      ],
    },
  });
  expect((await api.query(manager, LeadFacetsDocument)).leads).toEqual(north.leads);
  const seen = await api.query(wallboard, LeadFacetsDocument, { filter: { territory: 'NORTH' } });
  expect(seen.leads).toEqual({ ...north.leads, facets: { ...north.leads.facets, owners: [] } });
  expect((await api.query(zoe, PoolFacetsDocument)).pool).toEqual({
    totalCount: 1,
    facets: {
      states: [{ state: 'UNOWNED', count: 1 }],
      owners: [],
      territories: [{ value: 'NORTH', count: 1 }],
    },
  });
});

test('a list says where in the event log it stands, and events go on from there', async () => {
  const { leads } = await api.query(admin, LeadsAndTheirPositionDocument);
  await releaseLead(actorOf(anna, 'REP'), { leadId: ids.Abend ?? '' });
  const flow = await readSse(`${api.app.url}/graphql`, admin.token, {
    query: 'subscription ($after: Cursor) { events(after: $after) { type } }',
    variables: { after: leads.readPosition },
  });
  // What happened at this very moment, and was not numbered yet, is told as well.
  const told: string[] = [];
  while (!told.includes('LEAD_RELEASED')) {
    const { data } = (await flow.next()) as { data: { events: { type: string } } };
    told.push(data.events.type);
  }
  flow.close();
});
