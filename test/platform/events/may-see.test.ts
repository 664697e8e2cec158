import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../src/platform/db/open.js';
import { maySee } from '../../../src/platform/events/may-see.js';
import { readPage } from '../../../src/platform/events/read-log.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { testDatabase } from '../../support/test-file.js';
import { asReadBy } from './as-read-by.js';
import { actor, append, makeEventLead, NEVER_MS, quiet } from './event-setup.js';

const db = await testDatabase();
let actors: Record<string, ReturnType<typeof actor>>;

beforeAll(async () => {
  const north = await makeEventLead(db, 'NORD');
  const south = await makeEventLead(db, 'SUED');
  const nowhere = await makeEventLead(db, null);
  await db.transaction(async (tx) => {
    await append(tx, [
      { lead: north, payload: { about: 'north' } },
      { lead: south, payload: { about: 'south' } },
      { lead: nowhere, payload: { about: 'nowhere' } },
      { type: 'LEADS_PSEUDONYMIZED', payload: { about: 'everybody' } },
      { type: 'USER_CHANGED', payload: { about: 'access' } },
    ]);
    await tx.domainEvent.updateMany({ where: { leadId: nowhere.id }, data: { ownerId: null } });
  });
  const wakeUp = createMemoryWakeUp();
  await createSequencer({ db, wakeUp, log: quiet, pollMs: NEVER_MS }).catchUp();
  actors = {
    'the system': actor('SYSTEM', { id: null }),
    'an admin': actor('ADMIN'),
    'an auditor': actor('AUDITOR'),
    'a service': actor('SERVICE'),
    'a wallboard': actor('WALLBOARD'),
    'a manager of everything': actor('MANAGER'),
    'the manager of the north': actor('MANAGER', { territory: 'NORD' }),
    'the manager of nothing': actor('MANAGER', { territory: 'OST' }),
    'the owner in the north': actor('REP', { id: north.ownerId }),
    'an agent without leads': actor('REP'),
    'an agent without id': actor('REP', { id: null }),
  };
});

const ALL = ['north', 'south', 'nowhere', 'everybody'];
const ALL_AND_ACCESS = [...ALL, 'access'];

describe('who may see which events', () => {
  test.each([
    ['the system', ALL_AND_ACCESS],
    ['an admin', ALL_AND_ACCESS],
    ['an auditor', ALL_AND_ACCESS],
    ['a service', ALL],
    ['a wallboard', ALL],
    ['a manager of everything', ALL],
    ['the manager of the north', ['north', 'everybody']],
    ['the manager of nothing', ['everybody']],
    ['the owner in the north', ['north']],
    ['an agent without leads', []],
    ['an agent without id', []],
  ])('%s sees %j, live and in the database', async (name, expected) => {
    const who = actors[name] ?? expect.fail(`no actor called ${name}`);
    const all = await readPage(db.prisma, 'e', { after: 0, limit: 10 });
    const stored = await readPage(db.prisma, 'e', { after: 0, limit: 10, actor: who });
    const live = all.filter((event) => maySee(who, event));
    expect(live.map(({ payload }) => payload.about)).toEqual(expected);
    expect(stored).toEqual(live.map((event) => asReadBy(who, event)));
    // Row-level security alone says the same, of everybody who can be somebody to it.
    if (who.id === null && who.role !== 'SYSTEM') return;
    const asWho = (tx: Tx) =>
      tx.domainEvent.findMany({ select: { id: true }, orderBy: { position: 'asc' } });
    expect(await db.transaction(asWho, { as: who })).toEqual(live.map(({ id }) => ({ id })));
  });
});
