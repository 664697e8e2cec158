import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '../../src/errors.js';
import { decideExtension } from '../../src/extensions/decide-extension.js';
import {
  type RequestExtensionInput,
  requestExtension,
} from '../../src/extensions/request-extension.js';
import { reassignLead } from '../../src/leads/reassign-lead.js';
import { testClock } from '../support/clock.js';
import { openTestDatabase } from '../support/database.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../support/factories.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const request = (overrides: Partial<RequestExtensionInput> = {}, who: keyof Users = 'rep') =>
  requestExtension(as(who), { leadId, months: 2, reason: 'The tender is late', ...overrides });
const decide = (requestId: string, approve: boolean, who: keyof Users = 'manager') =>
  decideExtension(as(who), { requestId, approve });
const readLead = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

describe('requesting an extension', () => {
  test('changes no date yet and tells the managers who may decide', async () => {
    const before = await readLead();
    await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
    await request();
    expect((await readLead()).baseEndsAt).toEqual(before.baseEndsAt);
    const mails = await db.prisma.outboxEmail.findMany();
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['extension-requested', users.manager.email],
    ]);
  });

  test('is for the owner', async () => {
    await expect(request({}, 'manager')).rejects.toThrow(ForbiddenError);
    await expect(request({}, 'otherRep')).rejects.toThrow(NotFoundError);
  });

  test.each([
    { months: 0 },
    { months: 1.5 },
    { months: 13 },
    { reason: ' ' },
  ])('refuses %j', async (overrides) => {
    await expect(request(overrides)).rejects.toThrow(ValidationError);
  });

  test('is possible one at a time, also at the same moment', async () => {
    const results = await Promise.allSettled([request(), request()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(request()).rejects.toThrow(ConflictError);
  });

  test('is not blocked by what an earlier owner left open', async () => {
    const { requestId } = await request();
    clock.advance({ days: 1 });
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    await expect(decide(requestId, true)).rejects.toThrow(ConflictError);
    await request({}, 'otherRep');
  });
});

describe('deciding', () => {
  test('an approval adds the months to the base period', async () => {
    const { requestId } = await request();
    clock.advance({ days: 1 });
    await decide(requestId, true);
    expect(await readLead()).toMatchObject({
      baseEndsAt: new Date('2026-11-01T09:00:00Z'),
      expiresAt: new Date('2026-11-01T09:00:00Z'),
    });
    expect(await db.prisma.outboxEmail.count({ where: { template: 'extension-decided' } })).toBe(1);
  });

  test('two approvals add up', async () => {
    for (const months of [1, 2]) {
      const { requestId } = await request({ months });
      await decide(requestId, true);
    }
    expect((await readLead()).baseEndsAt).toEqual(new Date('2026-12-01T09:00:00Z'));
  });

  test('a rejection changes nothing', async () => {
    const before = await readLead();
    const { requestId } = await request();
    await decide(requestId, false);
    expect((await readLead()).baseEndsAt).toEqual(before.baseEndsAt);
    await request();
  });

  test('is for managers, and happens once', async () => {
    const { requestId } = await request();
    await expect(decide(requestId, true, 'rep')).rejects.toThrow(ForbiddenError);
    const results = await Promise.allSettled([
      decide(requestId, true),
      decide(requestId, false, 'admin'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
