import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { POOL_COLUMNS } from '../../../src/features/leads/pool.js';
import { newId } from '../../../src/platform/db/ids.js';
import { EVENT_PAYLOADS, type PayloadField } from '../../../src/platform/events/payloads.js';
import type { ApiUser } from '../../support/api.js';
import { leadRow } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
const users = new Map<string, ApiUser>();
const leadId = newId();
const WORD = 'Kanarienvogel';

const WHO = {
  owner: ['REP', undefined],
  'other agent': ['REP', undefined],
  'own territory': ['MANAGER', 'NORTH'],
  'other territory': ['MANAGER', 'SOUTH'],
  'market manager': ['MANAGER', undefined],
  admin: ['ADMIN', undefined],
  auditor: ['AUDITOR', undefined],
  wallboard: ['WALLBOARD', undefined],
  program: ['SERVICE', undefined],
} as const satisfies Record<string, readonly [Role, string | undefined]>;

beforeAll(async () => {
  for (const [name, [role, territory]] of Object.entries(WHO)) {
    users.set(name, await api.user(role, { name, ...(territory ? { territory } : {}) }));
  }
  const owner = users.get('owner')?.id ?? '';
  const at = new Date('2026-02-01T09:00:00Z');
  const ownershipId = newId();
  const sampleId = newId();
  const { prisma } = api.db;
  await prisma.lead.create({
    data: leadRow({
      id: leadId,
      stage: 'QUALIFIED',
      status: 'ACTIVE',
      territory: 'NORTH',
      ownerId: owner,
      registeredAt: at,
      notes: WORD,
      website: `${WORD}.example`,
      vatId: WORD,
      tags: [WORD],
    }),
  });
  const ofLead = { leadId, ownershipId };
  await prisma.ownership.create({
    data: { id: ownershipId, leadId, ownerId: owner, assignedAt: at, backdateReason: WORD },
  });
  await prisma.contact.create({ data: { id: newId(), leadId, name: WORD } });
  await prisma.activity.create({
    data: { ...ofLead, id: newId(), authorId: owner, kind: 'NOTE', performedAt: at, note: WORD },
  });
  await prisma.hold.create({
    data: { ...ofLead, id: newId(), startedById: owner, reason: 'OTHER', text: WORD, startAt: at },
  });
  await prisma.reminder.create({
    data: {
      id: newId(),
      leadId,
      recipientId: owner,
      kind: 'FOLLOW_UP',
      windowStart: at,
      dueAt: at,
      note: WORD,
    },
  });
  await prisma.sample.create({
    data: {
      id: sampleId,
      leadId,
      requestedById: owner,
      trackingCode: WORD,
      feedbackName: WORD,
      items: { create: { id: newId(), sku: 'S-1', name: 'Lachs', quantity: 1, comment: WORD } },
    },
  });
  await prisma.extensionRequest.create({
    data: { ...ofLead, id: newId(), requestedById: owner, months: 1, reason: WORD, note: WORD },
  });
  const reassigned = { ownerId: owner, formerOwnerId: users.get('other agent')?.id ?? '' };
  await prisma.domainEvent.create({
    data: {
      id: newId(),
      position: 1,
      type: 'LEAD_REASSIGNED',
      occurredAt: at,
      leadId,
      actorId: owner,
      ownerId: owner,
      territory: 'NORTH',
      payload: { ...reassigned, reason: 'X' },
    },
  });
  await api.db.query('UPDATE event_log SET last_position = 1');
  await prisma.outboxEmail.create({
    data: {
      id: newId(),
      leadId,
      template: 'follow-up',
      locale: 'de',
      recipient: 'x@example.com',
      data: {},
      dedupeKey: 'x',
      messageId: 'x',
      subject: WORD,
      textBody: WORD,
      htmlBody: WORD,
    },
  });
});

/** Where the API shows what stands in a column, and the SQL that reads it. */
const COLUMNS: Record<string, [field: string, table: string]> = {
  'lead.notes': ['lead(id: $id) { notes }', 'lead'],
  'lead.website': ['lead(id: $id) { website }', 'lead'],
  'lead.vat_id': ['lead(id: $id) { vatId }', 'lead'],
  'lead.tags': ['lead(id: $id) { tags }', 'lead'],
  'lead.company_name': ['lead(id: $id) { companyName }', 'lead'],
  'ownership.backdate_reason': ['lead(id: $id) { ownerships { backdateReason } }', 'ownership'],
  'ownership.assigned_at': ['lead(id: $id) { ownerships { assignedAt } }', 'ownership'],
  'contact.name': ['lead(id: $id) { contacts { name } }', 'contact'],
  'activity.note': ['activities { edges { node { note } } }', 'activity'],
  'activity.kind': ['activities { edges { node { kind } } }', 'activity'],
  'hold.text': ['holds { edges { node { text } } }', 'hold'],
  'hold.start_at': ['holds { edges { node { startAt } } }', 'hold'],
  'reminder.note': ['reminders { edges { node { note } } }', 'reminder'],
  'sample.tracking_code': ['samples { edges { node { trackingCode } } }', 'sample'],
  'sample.feedback_name': ['samples { edges { node { feedbackName } } }', 'sample'],
  'sample.status': ['samples { edges { node { status } } }', 'sample'],
  'sample_item.comment': ['samples { edges { node { items { comment } } } }', 'sample_item'],
  'extension_request.reason': [
    'extensionRequests { edges { node { reason } } }',
    'extension_request',
  ],
  'extension_request.note': ['extensionRequests { edges { node { note } } }', 'extension_request'],
  'extension_request.months': [
    'extensionRequests { edges { node { months } } }',
    'extension_request',
  ],
  'outbox_email.text_body': [
    'outboxEmails { edges { node { rendered { text } } } }',
    'outbox_email',
  ],
  'outbox_email.recipient': ['outboxEmails { edges { node { recipient } } }', 'outbox_email'],
};

/** Whether anything but nulls and empty lists is in an answer. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething);
  return value !== null && value !== undefined;
}

async function inApi(user: ApiUser, field: string): Promise<boolean> {
  const id = Buffer.from(`Lead:${leadId}`).toString('base64');
  const head = field.includes('$id') ? 'query ($id: ID!)' : 'query';
  const { data, errors } = await api.execute(user, `${head} { ${field} }`, { id });
  expect(
    errors?.filter(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR') ?? [],
  ).toEqual([]);
  return saysSomething(data);
}

/** With one's own eyes, or with those that anybody has for the pool. */
async function inDatabase(name: string, column: string, table: string): Promise<boolean> {
  return (await inSight(name, column, table)) || (await inSight(name, column, table, true));
}

async function inSight(name: string, column: string, table: string, pool?: true): Promise<boolean> {
  const [role, territory = null] = WHO[name as keyof typeof WHO];
  const identity = { id: users.get(name)?.id ?? null, role, territory, ...(pool ? { pool } : {}) };
  const read = api.db.transaction(
    (tx) =>
      tx.$queryRawUnsafe<{ text: string | null }[]>(
        `SELECT "${column}"::text AS text FROM "${table}"`,
      ),
    { as: identity },
  );
  const rows = await read.catch((error: Error) => {
    expect(error.message).toMatch(/permission denied/);
    return [];
  });
  return rows.some(({ text }) => text !== null && text !== '{}' && text !== '[]');
}

function compare(name: string): void {
  test.each(Object.entries(COLUMNS))('%s in the API exactly if in the database', async (at, [
    field,
    table,
  ]) => {
    const user = users.get(name);
    if (!user) throw new Error(`there is no ${name}`);
    const [, column = ''] = at.split('.');
    const [api, database] = [await inApi(user, field), await inDatabase(name, column, table)];
    expect({ api, database }).toEqual({ api: database, database });
  });
}

describe.each(Object.keys(WHO))('%s sees', (name) => compare(name));

describe('of a lead in the pool', () => {
  let owned: { ownerId: string | null };
  beforeAll(async () => {
    owned = await api.db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
    await api.db.prisma.ownership.updateMany({
      data: { endedAt: new Date(), endReason: 'RELEASED' },
    });
    await api.db.prisma.lead.update({
      where: { id: leadId },
      data: { status: 'RELEASED', endedAt: new Date(), endReason: 'RELEASED', ownerId: null },
    });
  });
  afterAll(async () => {
    await api.db.prisma.ownership.updateMany({ data: { endedAt: null, endReason: null } });
    await api.db.prisma.lead.update({
      where: { id: leadId },
      data: { status: 'ACTIVE', endedAt: null, endReason: null, ownerId: owned.ownerId },
    });
  });

  describe.each(Object.keys(WHO))('%s sees', (name) => {
    compare(name);
  });

  test('every column of the list that the pool may show, and no other, under the role of the pool', async () => {
    const columns = await api.db.query<{ name: string }>(
      `SELECT attname::text AS name FROM pg_attribute
       WHERE attrelid = 'lead'::regclass AND attnum > 0 AND NOT attisdropped
         AND has_column_privilege('leadwarden_pool', attrelid, attnum, 'SELECT')`,
    );
    const shown = Object.keys(POOL_COLUMNS).map((field) =>
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
    expect(columns.map((column) => column.name).sort()).toEqual([...shown, 'search_text'].sort());
  });

  test('what is asked for beside the pool in one operation is what it is by itself', async () => {
    const parts = [
      'a: pool { edges { node { companyName notes } } }',
      'b: leads { edges { node { companyName notes } } }',
      'c: pool(filter: { search: "adler" }) { edges { node { companyName contacts { name } } } }',
      'd: me { name }',
      `e: lead(id: "${Buffer.from(`Lead:${leadId}`).toString('base64')}") { companyName notes }`,
    ];
    for (const name of ['other agent', 'own territory', 'wallboard']) {
      const user = users.get(name) ?? null;
      const alone = [];
      for (const part of parts) alone.push((await api.execute(user, `{ ${part} }`)).data);
      const { data } = await api.execute(user, `{ ${parts.join(' ')} }`);
      expect(data).toEqual(Object.assign({}, ...alone));
    }
  });

  test.each([
    'other agent',
    'other territory',
  ])('%s reads no row with their own eyes', async (name) => {
    expect(await inSight(name, 'id', 'lead')).toBe(false);
    expect(await inSight(name, 'id', 'lead', true)).toBe(true);
  });

  test('everybody reads every field that the pool shows, and of the others nothing', async () => {
    const fields = `companyName city postalCode country businessType stage status source estimatedVolume currency
      territory registeredAt endedAt endReason pseudonymizedAt updatedAt version tags website vatId notes
      owner { name } contacts { name } ownerships { assignedAt } formerLead { id }
      protection { state onHold remaining expiresAt policyVersion }
      activities { edges { node { id } } } history { edges { node { id } } }`;
    const seen = new Map<string, unknown>();
    for (const [name, user] of users) {
      const { data } = await api.execute(user, `{ pool { edges { node { ${fields} } } } }`);
      seen.set(name, data);
    }
    const empty = { edges: [] };
    const shown = { companyName: 'Hotel Adler', status: 'RELEASED', stage: 'QUALIFIED' };
    const hidden = { tags: [], website: null, vatId: null, notes: null, owner: null, contacts: [] };
    const unknown = { ownerships: [], formerLead: null, activities: empty, history: empty };
    for (const data of seen.values()) {
      expect(data).toMatchObject({
        pool: { edges: [{ node: { ...shown, ...hidden, ...unknown } }] },
      });
    }
    const id = Buffer.from(`Lead:${leadId}`).toString('base64');
    const documents = [
      `query ($id: ID!) { found: lead(id: $id) { ${fields} } }`,
      `query ($id: ID!) { found: node(id: $id) { ... on Lead { ${fields} } } }`,
    ];
    const [inPool] = [seen.get('other agent') as { pool: { edges: [{ node: object }] } }];
    for (const document of documents) {
      const stranger = users.get('other agent') ?? null;
      const { data } = await api.execute(stranger, document, { id });
      expect(data).toEqual({ found: inPool.pool.edges[0].node });
    }
  });
});

test.each(
  Object.keys(WHO),
)('%s is told ids of people in events exactly if the database tells them', async (name) => {
  const user = users.get(name) ?? null;
  const people = [users.get('owner')?.id ?? '', users.get('other agent')?.id ?? ''];
  const ids = people.flatMap((id) => [id, Buffer.from(`User:${id}`).toString('base64')]);
  const { data } = await api.execute(
    user,
    '{ eventLog { edges { node { payload actor { id } } } } }',
  );
  const told = ids.some((id) => JSON.stringify(data).includes(id));
  const [role, territory = null] = WHO[name as keyof typeof WHO];
  const identity = { id: user?.id ?? null, role, territory };
  const texts: string[] = [];
  for (const column of ['payload', 'tellable', 'actor_id', 'owner_id', 'type']) {
    const read = api.db.transaction(
      (tx) =>
        tx.$queryRawUnsafe<{ text: string }[]>(`SELECT ${column}::text AS text FROM domain_event`),
      { as: identity },
    );
    const rows = await read.catch((error: Error) => {
      expect(error.message).toMatch(/permission denied/);
      return [];
    });
    texts.push(...rows.map(({ text }) => text));
  }
  expect({ told, type: texts.includes('LEAD_REASSIGNED') }).toEqual({
    told: ids.some((id) => texts.some((text) => text.includes(id))),
    type: JSON.stringify(data).includes('payload'),
  });
});

test('every id of a person that a payload may hold stays out of what wallboards read', async () => {
  const fields: [string, PayloadField][] = Object.values(EVENT_PAYLOADS).flatMap((payload) =>
    Object.entries(payload),
  );
  const payload = Object.fromEntries(fields.map(([name, { of }]) => [name, of ?? 'text']));
  const [row] = await api.db.query<{ tellable: object }>(
    `WITH told AS (INSERT INTO domain_event (id, type, occurred_at, payload)
       VALUES (gen_random_uuid(), 'LEAD_UPDATED', now(), $1::jsonb) RETURNING tellable)
     SELECT tellable FROM told`,
    [JSON.stringify(payload)],
  );
  expect(Object.values(payload)).toContain('User');
  expect(row?.tellable).toEqual(
    Object.fromEntries(Object.entries(payload).filter(([, of]) => of !== 'User')),
  );
});

test.each([
  ['user_account', 'subject', ['admin']],
  ['user_account', 'claimed_email', ['admin']],
  ['import_job', 'content', []],
])('%s.%s, which the API shows to nobody, is read by %j', async (table, column, readers) => {
  const found = await api.db.query<{ role: string }>(
    `SELECT substr(rolname, 12)::text AS role FROM pg_roles
     WHERE rolname LIKE 'leadwarden\\_%' AND rolname NOT LIKE 'leadwarden\\_test%'
       AND rolname NOT IN ('leadwarden_jobs', 'leadwarden_none') AND has_column_privilege(rolname, $1, $2, 'SELECT')`,
    [table, column],
  );
  expect(found.map(({ role }) => role)).toEqual(readers);
});

test('a wallboard sees no word that anybody wrote, nor who anybody is', async () => {
  const wall = users.get('wallboard');
  if (!wall) throw new Error('there is no wallboard');
  for (const [, [field]] of Object.entries(COLUMNS)) {
    const id = Buffer.from(`Lead:${leadId}`).toString('base64');
    const head = field.includes('$id') ? 'query ($id: ID!)' : 'query';
    expect(JSON.stringify(await api.execute(wall, `${head} { ${field} }`, { id }))).not.toContain(
      WORD,
    );
  }
  const { data } = await api.execute(
    wall,
    `{ leads(filter: { tag: "${WORD}" }) { edges { node { id } } } }`,
  );
  expect(data).toEqual({ leads: { edges: [] } });
});

test('the pool shows nobody tags, nor what it finds by them', async () => {
  await api.db.prisma.ownership.updateMany({
    data: { endedAt: new Date(), endReason: 'RELEASED' },
  });
  const before = await api.db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  await api.db.prisma.lead.update({
    where: { id: leadId },
    data: { status: 'RELEASED', endedAt: new Date(), endReason: 'RELEASED', ownerId: null },
  });
  try {
    for (const user of users.values()) {
      const { data } = await api.execute(user, '{ pool { edges { node { companyName tags } } } }');
      expect(data).toEqual({
        pool: { edges: [{ node: { companyName: 'Hotel Adler', tags: [] } }] },
      });
      const found = await api.execute(
        user,
        `{ pool(filter: { tag: "${WORD}" }) { edges { node { id } } } }`,
      );
      expect(found.data).toEqual({ pool: { edges: [] } });
    }
  } finally {
    await api.db.prisma.lead.update({
      where: { id: leadId },
      data: { status: 'ACTIVE', endedAt: null, endReason: null, ownerId: before.ownerId },
    });
  }
});

test('an agent tells nothing about a foreign lead, nor into the stream of another agent', async () => {
  const tell = (name: string, ownerId: string | null) => {
    const user = users.get(name);
    const identity = { id: user?.id ?? null, role: 'REP', territory: null } as const;
    return api.db.transaction(
      (tx) => tx.$executeRaw`
        INSERT INTO domain_event (id, type, occurred_at, actor_id, lead_id, owner_id, payload)
        VALUES (${newId()}::uuid, 'LEAD_UPDATED', now(), ${user?.id}::uuid, ${leadId}::uuid, ${ownerId}::uuid, '{}')`,
      { as: identity },
    );
  };
  const [owner, other] = [users.get('owner')?.id ?? '', users.get('other agent')?.id ?? ''];
  await expect(tell('other agent', other)).rejects.toThrow(/row-level security/);
  await expect(tell('other agent', null)).rejects.toThrow(/row-level security/);
  await expect(tell('owner', other)).rejects.toThrow(/row-level security/);
  expect(await tell('owner', owner)).toBe(1);
});
