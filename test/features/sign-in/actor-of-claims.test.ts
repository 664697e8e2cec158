import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { actorOfClaims } from '../../../src/features/sign-in/actor-of-claims.js';
import type { TokenClaims } from '../../../src/features/sign-in/token.js';
import { updateUser } from '../../../src/features/users/update-user.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const db = await testDatabase();

function claims(email: string, overrides: Partial<TokenClaims> = {}): TokenClaims {
  const expiresAt = new Date(NOW.getTime() + 3_600_000);
  return {
    email,
    subject: null,
    name: null,
    expiresAt,
    issuedAt: NOW,
    granted: null,
    ...overrides,
  };
}

const granted = (role: Role): Pick<TokenClaims, 'granted'> => ({
  granted: { role, territory: { kind: 'UNASKED' } },
});

const signIn = (given: TokenClaims) => actorOfClaims(db, given, NOW);

async function letIn(role: 'REP' | null): Promise<void> {
  await db.prisma.setting.deleteMany({ where: { key: 'provisionRole' } });
  if (role) await db.prisma.setting.create({ data: { key: 'provisionRole', value: role } });
}

async function trailOf(userId: string) {
  const entries = await db.prisma.auditEntry.findMany({
    where: { entityId: userId },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ action, actorId, after }) => ({ action, actorId, after }));
}

describe('somebody unknown', () => {
  test('is refused unless the setting says otherwise', async () => {
    await expect(signIn(claims('eve@example.com'))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is for nobody who may sign in here.',
    });
    expect(await db.prisma.user.count({ where: { email: 'eve@example.com' } })).toBe(0);
  });

  test('is made once, from what the token says, also by many requests in one moment', async () => {
    await letIn('REP');
    const given = claims('nora@example.com', { name: 'Nora Neu' });
    const actors = await Promise.all([signIn(given), signIn(given), signIn(given)]);
    const [nora] = actors;
    expect(nora).toMatchObject({ role: 'REP', name: 'Nora Neu', territory: null, scopes: null });
    expect(new Set(actors.map(({ id }) => id)).size).toBe(1);
    expect(await trailOf(nora?.id ?? '')).toEqual([
      {
        action: 'createUser',
        actorId: null,
        after: { role: 'REP', territory: null, locale: 'de' },
      },
    ]);
  });

  test('without a name goes by the address; what is no address stays out', async () => {
    await letIn('REP');
    expect(await signIn(claims('otto@example.com'))).toMatchObject({ name: 'otto@example.com' });
    await expect(signIn(claims('otto'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('where the provider says the role', () => {
  test('a newer token changes it, audited in the name of the system; an older one does not', async () => {
    const user = await makeUser(db, { role: 'REP', territory: 'NORD' });
    const issued = (minutes: number) => ({ issuedAt: new Date(NOW.getTime() + minutes * 60_000) });
    const promoted = await signIn(claims(user.email, { ...granted('MANAGER'), ...issued(-20) }));
    expect(promoted).toMatchObject({ role: 'MANAGER', territory: 'NORD' });
    const demoted = await signIn(claims(user.email, { ...granted('REP'), ...issued(-10) }));
    expect(demoted).toMatchObject({ role: 'REP' });
    await expect(
      signIn(claims(user.email, { ...granted('MANAGER'), ...issued(-20) })),
    ).rejects.toThrow('older than the last change');
    expect(await trailOf(user.id)).toEqual([
      { action: 'updateUser', actorId: null, after: { role: 'MANAGER' } },
      { action: 'updateUser', actorId: null, after: { role: 'REP' } },
    ]);
  });

  test('a token that only confirms the role makes older ones old too', async () => {
    const user = await makeUser(db, { role: 'REP' });
    await signIn(claims(user.email, granted('REP')));
    const before = { issuedAt: new Date(NOW.getTime() - 1000) };
    await expect(signIn(claims(user.email, { ...granted('ADMIN'), ...before }))).rejects.toThrow(
      'older than the last change',
    );
    expect(await trailOf(user.id)).toEqual([]);
  });

  test('what an admin decided here holds against tokens from before', async () => {
    const admin = await makeUser(db, { role: 'ADMIN' });
    const user = await makeUser(db, { role: 'MANAGER' });
    await updateUser(contextFor(db, admin, NOW), { userId: user.id, role: 'REP' });
    await expect(signIn(claims(user.email, granted('MANAGER')))).rejects.toThrow(
      'older than the last change',
    );
  });

  test('two tokens that say different things in one moment: the newer one wins', async () => {
    const user = await makeUser(db, { role: 'REP' });
    const older = { issuedAt: new Date(NOW.getTime() - 1000) };
    await Promise.allSettled([
      signIn(claims(user.email, { ...granted('ADMIN'), ...older })),
      signIn(claims(user.email, granted('AUDITOR'))),
    ]);
    const { role } = await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(role).toBe('AUDITOR');
  });

  test('an event tells of the change, without naming anybody', async () => {
    const user = await makeUser(db, { role: 'REP' });
    await signIn(claims(user.email, granted('AUDITOR')));
    const events = await db.prisma.domainEvent.findMany({
      where: { type: 'USER_CHANGED' },
      orderBy: { seq: 'asc' },
    });
    expect(events.at(-1)).toMatchObject({
      actorId: SYSTEM_ACTOR.id,
      payload: { userId: user.id, fields: ['role'], role: 'AUDITOR', active: true },
    });
  });
});

describe('an account of the identity provider', () => {
  const ISSUER = 'https://id.example.com';
  const account = (email: string, sub: string, minutes = 0, issuer = ISSUER) =>
    claims(email, {
      subject: `${issuer} ${sub}`,
      issuedAt: new Date(NOW.getTime() + minutes * 60_000),
    });
  const emailOf = async (id: string) =>
    (await db.prisma.user.findUniqueOrThrow({ where: { id } })).email;
  const user = (name: string) => makeUser(db, { email: `${name}@old.example` });

  test('stays one person when the provider gives it another address, which then counts here too', async () => {
    const vera = await user('vera');
    expect((await signIn(account(vera.email, 'vera'))).id).toBe(vera.id);
    expect((await signIn(account('vera@new.example', 'vera', 1))).id).toBe(vera.id);
    expect(await emailOf(vera.id)).toBe('vera@new.example');
    // A token from before that is still good does not turn it back.
    expect((await signIn(account(vera.email, 'vera'))).id).toBe(vera.id);
    expect(await emailOf(vera.id)).toBe('vera@new.example');
  });

  test('keeps the address that an admin set while the provider goes on with the former one', async () => {
    const wilma = await user('wilma');
    await signIn(account(wilma.email, 'wilma'));
    await updateUser(contextFor(db, SYSTEM_ACTOR, NOW), {
      userId: wilma.id,
      email: 'wilma@new.example',
    });
    expect((await signIn(account(wilma.email, 'wilma', 1))).id).toBe(wilma.id);
    expect(await emailOf(wilma.id)).toBe('wilma@new.example');
  });

  test('is found by the former address also if it never signed in before the address changed', async () => {
    const xenia = await user('xenia');
    await updateUser(contextFor(db, SYSTEM_ACTOR, NOW), {
      userId: xenia.id,
      email: 'xenia@new.example',
    });
    expect((await signIn(account(xenia.email, 'xenia'))).id).toBe(xenia.id);
    expect((await signIn(account('xenia@new.example', 'xenia', 1))).id).toBe(xenia.id);
  });

  test('does not open what belonged to the one who had its address before', async () => {
    const yara = await user('yara');
    await signIn(account(yara.email, 'first'));
    await expect(signIn(account(yara.email, 'second', 1))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('signs in by another account'),
    });
    await updateUser(contextFor(db, SYSTEM_ACTOR, NOW), { userId: yara.id, forgetSignIn: true });
    expect((await signIn(account(yara.email, 'second', 1))).id).toBe(yara.id);
  });

  test('of another provider takes over, for the house has changed it', async () => {
    const zoe = await user('zoe');
    await signIn(account(zoe.email, 'one'));
    const moved = account(zoe.email, 'two', 1, 'https://login.example.com');
    expect((await signIn(moved)).id).toBe(zoe.id);
  });

  test('signs in with an address that another user has here, without taking it', async () => {
    const [ada, other] = [await user('ada'), await user('other')];
    await signIn(account(ada.email, 'ada'));
    const taken = account(other.email, 'ada', 1);
    expect((await signIn(taken)).id).toBe(ada.id);
    expect((await signIn(taken)).id).toBe(ada.id);
    expect([await emailOf(ada.id), await emailOf(other.id)]).toEqual([ada.email, other.email]);
  });
});
