import { expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../src/domain/actor.js';
import { checkHistory } from './check-history.js';
import type { Acknowledged, Following, History, LoggedFact } from './history.js';

const ANNA = { ...SYSTEM_ACTOR, id: 'anna', role: 'REP' } as const;
const ADMIN = { ...SYSTEM_ACTOR, id: 'admin', role: 'ADMIN' } as const;

function logged(position: number, changes: Partial<LoggedFact> = {}): LoggedFact {
  const payload = { activityId: `a${position}` };
  const lead = { leadId: 'lead', ownerId: 'anna', territory: null };
  return { id: `e${position}`, position, type: 'ACTIVITY_LOGGED', ...lead, payload, ...changes };
}

function acknowledged(position: number): Acknowledged {
  return { type: 'ACTIVITY_LOGGED', leadId: 'lead', about: `a${position}`, ordered: true };
}

const LOG = [
  logged(1),
  logged(2),
  logged(3, { ownerId: 'ben', leadId: 'other' }),
  logged(4),
  logged(5),
];
const told = (...positions: number[]) =>
  positions.map((position) => ({ position, id: `e${position}` }));
const anna: Following = {
  name: 'Anna',
  actor: ANNA,
  after: 1,
  told: told(2, 4, 5),
  complaints: [],
};
const admin: Following = { ...anna, name: 'Admin', actor: ADMIN, told: told(2, 3, 4, 5) };

const SOUND: History = {
  acknowledged: [1, 2, 4, 5].map(acknowledged),
  log: LOG,
  followings: [anna, admin],
  outbox: [{ messageId: 'm1', recipient: 'anna@example.com', status: 'SENT' }],
  delivered: [{ messageId: 'm1', recipient: 'anna@example.com' }],
  crashes: 0,
};

test('a sound history has no problem', () => {
  expect(checkHistory(SOUND)).toEqual([]);
});

const following = (changes: Partial<Following>) => ({ followings: [{ ...anna, ...changes }] });
const mail = { messageId: 'm1', recipient: 'anna@example.com' };
const TOLD = 'everybody is told exactly what they may see, once and in order';
const MAIL = 'a mail is repeated at most once per crash, under the same Message-ID';
const POSITIONS = 'positions have no gap and no repetition';

test.each<[string, Partial<History>, string, string]>([
  ['an event was not told', following({ told: told(2, 5) }), TOLD, 'owed 4'],
  ['the last event was not told', following({ told: told(2, 4) }), TOLD, 'owed 5'],
  ['an event was told twice', following({ told: told(2, 4, 4, 5) }), TOLD, 'told 4'],
  ['events were told in another order', following({ told: told(4, 2, 5) }), TOLD, 'told 4'],
  ['a foreign event was told', following({ told: told(2, 3, 4, 5) }), TOLD, 'told 3'],
  [
    'a flow was said to be complete',
    following({ complaints: ['complete'] }),
    'nobody is told that a flow is complete',
    'Anna: complete',
  ],
  [
    'something acknowledged is not there',
    { acknowledged: [...SOUND.acknowledged, acknowledged(6)] },
    'nothing acknowledged is lost',
    'a6',
  ],
  [
    'a fact is told by two events',
    { log: [...LOG, logged(6, { payload: { activityId: 'a5' } })], followings: [] },
    'no fact is told twice',
    '6 ACTIVITY_LOGGED',
  ],
  [
    'the facts of a lead are told in another order',
    { acknowledged: [2, 1, 4, 5].map(acknowledged) },
    'the events of a lead are in the order of its facts',
    '1 ACTIVITY_LOGGED a1',
  ],
  [
    'a position is missing',
    { log: LOG.filter(({ position }) => position !== 3), followings: [anna] },
    POSITIONS,
    '4 ACTIVITY_LOGGED',
  ],
  [
    'a position comes twice',
    {
      log: [...LOG, logged(5, { id: 'again', payload: {}, type: 'LEAD_UPDATED' })],
      followings: [],
    },
    POSITIONS,
    'again',
  ],
  [
    'an event has no position',
    { log: [...LOG, logged(6, { position: null, type: 'LEAD_UPDATED' })] },
    POSITIONS,
    'never got',
  ],
  ['a mail came twice without a crash', { delivered: [mail, mail] }, MAIL, '2 times m1'],
  [
    'a mail came twice with another id',
    { delivered: [mail, { ...mail, messageId: 'm2' }], crashes: 1 },
    MAIL,
    'm2',
  ],
  ['a mail was sent that nobody got', { delivered: [] }, MAIL, 'm1 is SENT'],
])('it is found that %s', (_what, changes, rule, shown) => {
  const found = checkHistory({ ...SOUND, ...changes });
  expect(found.map((problem) => problem.rule)).toEqual([rule]);
  expect(found[0]?.shown.join('\n')).toContain(shown);
});

test('a mail that came twice is within what was promised after a crash', () => {
  expect(checkHistory({ ...SOUND, delivered: [mail, mail], crashes: 1 })).toEqual([]);
});
