import { describe, expect, test } from 'vitest';
import { decideSignIn, type KnownUser } from '../../../src/features/sign-in/decide-sign-in.js';
import {
  type ClaimNames,
  type Granted,
  grantedBy,
  readClaim,
} from '../../../src/platform/identity/claims.js';

const EARLY = new Date('2026-03-01T08:00:00Z');
const LATE = new Date('2026-03-01T09:00:00Z');

const rep: KnownUser = { role: 'REP', territory: null, active: true, roleClaimedAt: null };
const grants = (role: Granted['role'], territory?: string | null): Granted => ({
  role,
  territory: territory === undefined ? { kind: 'UNASKED' } : { kind: 'NAMED', territory },
});
const missing: Granted = { role: 'MANAGER', territory: { kind: 'MISSING' } };

const NOBODY = { kind: 'REFUSE', message: 'The token is for nobody who may sign in here.' };
const STALE = {
  kind: 'REFUSE',
  message: 'The token is older than the last change of what you may do; sign in again.',
};

describe('without a role claim', () => {
  const decide = (user: KnownUser | null, provisionRole: 'REP' | null = null) =>
    decideSignIn(user, { granted: null, issuedAt: null }, provisionRole);

  test.each([
    ['a user comes in', decide(rep), { kind: 'ACCEPT' }],
    ['an inactive one does not', decide({ ...rep, active: false }, 'REP'), NOBODY],
    ['a program does not: it has API tokens', decide({ ...rep, role: 'SERVICE' }), NOBODY],
    ['somebody unknown does not', decide(null), NOBODY],
    [
      'somebody unknown does where that is set',
      decide(null, 'REP'),
      { kind: 'CREATE', role: 'REP', territory: null, claimedAt: null },
    ],
  ])('%s', (_what, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});

describe('with a role claim', () => {
  const decide = (
    user: KnownUser | null,
    granted: Granted,
    {
      issuedAt = LATE,
      provisionRole = null,
    }: { issuedAt?: Date | null; provisionRole?: 'REP' | null } = {},
  ) => decideSignIn(user, { granted, issuedAt }, provisionRole);
  const synced = { ...rep, roleClaimedAt: LATE };

  test.each([
    [
      'the same role is confirmed',
      decide(rep, grants('REP')),
      { kind: 'CONFIRM', claimedAt: LATE },
    ],
    [
      'and nothing is written when a token comes again',
      decide(synced, grants('REP')),
      { kind: 'ACCEPT' },
    ],
    [
      'another role counts',
      decide(rep, grants('MANAGER')),
      { kind: 'CHANGE', role: 'MANAGER', territory: null, claimedAt: LATE },
    ],
    [
      'another territory counts',
      decide({ ...rep, territory: 'SUED' }, grants('REP', 'NORD')),
      { kind: 'CHANGE', role: 'REP', territory: 'NORD', claimedAt: LATE },
    ],
    [
      'a territory that was given here stays where no claim names one',
      decide({ ...rep, territory: 'SUED' }, grants('MANAGER')),
      { kind: 'CHANGE', role: 'MANAGER', territory: 'SUED', claimedAt: LATE },
    ],
    [
      'an older token does not bring a role back',
      decide(synced, grants('ADMIN'), { issuedAt: EARLY }),
      STALE,
    ],
    ['nor does one of the same second', decide(synced, grants('ADMIN')), STALE],
    [
      'an older token with the present role is fine',
      decide(synced, grants('REP'), { issuedAt: EARLY }),
      { kind: 'ACCEPT' },
    ],
    [
      'nobody inactive comes back by it',
      decide({ ...rep, active: false }, grants('ADMIN')),
      NOBODY,
    ],
    [
      'no program becomes a person by it',
      decide({ ...rep, role: 'SERVICE' }, grants('ADMIN')),
      NOBODY,
    ],
    ['nobody unknown comes in by it alone', decide(null, grants('ADMIN')), NOBODY],
    [
      'somebody new gets the role of the token, not of the setting',
      decide(null, grants('AUDITOR'), { provisionRole: 'REP' }),
      { kind: 'CREATE', role: 'AUDITOR', territory: null, claimedAt: LATE },
    ],
    [
      'a token without a role lets nobody in',
      decide(rep, grants(null), { provisionRole: 'REP' }),
      { kind: 'REFUSE', message: 'The token names no role that counts here.' },
    ],
    [
      'a manager without the territory that is asked for is not one of everything',
      decide(rep, missing),
      { kind: 'REFUSE', message: 'The token names a manager but no territory.' },
    ],
    [
      'a token must say when it was issued',
      decide(rep, grants('ADMIN'), { issuedAt: null }),
      { kind: 'REFUSE', message: 'The token names a role but not when it was issued.' },
    ],
  ])('%s', (_what, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});

describe('claims', () => {
  const payload = {
    roles: ['user', 'leadwarden-manager'],
    'https://example.com/role': 'Auditor',
    realm_access: { roles: ['offline_access', 'REP', 'ADMIN'] },
    region: 'NORD',
    everywhere: '*',
    blank: ' ',
  };
  const names = (role: string, territory: string | null = null): ClaimNames => ({
    email: 'email',
    role,
    territory,
  });

  test('a claim is found by its name and by its path, and never in a prototype', () => {
    expect(readClaim(payload, 'https://example.com/role')).toBe('Auditor');
    expect(readClaim(payload, 'realm_access.roles')).toEqual(payload.realm_access.roles);
    expect(readClaim(payload, 'region.length')).toBeUndefined();
    expect(readClaim(payload, 'constructor.name')).toBeUndefined();
  });

  test.each([
    ['roles', 'MANAGER'],
    ['https://example.com/role', 'AUDITOR'],
    ['realm_access.roles', 'ADMIN'],
    ['region', null],
    ['nothing', null],
  ])('%s grants %s: one or a list, in any case, the mightiest', (claim, role) => {
    expect(grantedBy(payload, names(claim))).toEqual({ role, territory: { kind: 'UNASKED' } });
  });

  test.each([
    'admın',
    'ADMİN',
    'ad\u200Bmin',
    ' admin',
    'leadwarden-admın',
    'admin\u00A0',
  ])('a role is exactly one of ours: %j is none', (role) =>
    expect(grantedBy({ roles: role }, names('roles'))?.role).toBeNull());

  test('a territory is exactly what the token says: only a bare asterisk is the whole market', () => {
    const territoryOf = (region: string) =>
      grantedBy({ roles: 'manager', region }, names('roles', 'region'))?.territory;
    expect(territoryOf('*')).toEqual({ kind: 'NAMED', territory: null });
    expect(territoryOf('\uFEFF*')).toEqual({ kind: 'NAMED', territory: '\uFEFF*' });
    expect(territoryOf('＊')).toEqual({ kind: 'NAMED', territory: '＊' });
  });

  test('no token makes a program', () => {
    expect(grantedBy({ roles: ['SERVICE', 'SYSTEM'] }, names('roles'))?.role).toBeNull();
  });

  test.each([
    ['region', { kind: 'NAMED', territory: 'NORD' }],
    ['everywhere', { kind: 'NAMED', territory: null }],
    ['blank', { kind: 'MISSING' }],
    ['nothing', { kind: 'MISSING' }],
  ])('the territory in %s', (claim, territory) => {
    expect(grantedBy(payload, names('roles', claim))).toEqual({ role: 'MANAGER', territory });
  });
});
