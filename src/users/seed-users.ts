import type { Role } from '../auth/actor.js';
import { newId } from '../db/ids.js';
import type { Database } from '../db/open.js';

interface SeedUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: 'de' | 'en';
}

/** One user per role, and three agents. They are fictional. */
export const SEED_USERS: readonly SeedUser[] = [
  { email: 'anna@example.com', name: 'Anna Albers', role: 'REP', locale: 'de' },
  { email: 'ben@example.com', name: 'Ben Bauer', role: 'REP', locale: 'de' },
  { email: 'carol@example.com', name: 'Carol Clark', role: 'REP', locale: 'en' },
  { email: 'maria@example.com', name: 'Maria Mertens', role: 'MANAGER', locale: 'de' },
  { email: 'admin@example.com', name: 'Adam Adler', role: 'ADMIN', locale: 'de' },
  { email: 'audit@example.com', name: 'Olga Otto', role: 'AUDITOR', locale: 'de' },
  { email: 'wallboard@example.com', name: 'Wallboard', role: 'WALLBOARD', locale: 'de' },
];

/** Makes those of the users that do not exist; says how many. */
export async function seedUsers(db: Database): Promise<number> {
  const { count } = await db.prisma.user.createMany({
    data: SEED_USERS.map((user) => ({ ...user, id: newId() })),
    skipDuplicates: true,
  });
  return count;
}
