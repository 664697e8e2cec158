import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/domain/actor.js';
import { createIssuer, type Issuer } from '../../src/features/sign-in/dev-issuer.js';
import { newId } from '../../src/platform/db/ids.js';
import { openDatabase } from '../../src/platform/db/open.js';
import { TEST_KEYS } from '../support/cursors.js';
import { type Ask, askingAt } from './ask.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';
import { type RedisServer, startRedis } from './redis-server.js';
import { buildProgram, type Program, type Replica } from './replica.js';

export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly territory: string | null;
  readonly email: string;
  readonly token: string;
}

/** One database with the replicas that work on it. */
export interface Installation extends AsyncDisposable {
  readonly database: string;
  readonly env: Record<string, string>;
  readonly anna: Person;
  readonly ben: Person;
  readonly manager: Person;
  readonly admin: Person;
  readonly wall: Person;
  readonly replicas: readonly Replica[];
  /** @param env what this replica is told otherwise */
  startReplica(env?: Record<string, string>, preload?: string): Promise<Replica>;
  ask(replica: Replica, person: Person): Ask;
  /** Rows as the superuser sees them. */
  query<T extends object>(sql: string, params?: unknown[]): Promise<T[]>;
  doctor(): Promise<{ code: unknown; said: string }>;
}

/** Servers of the test's own, for any number of installations. */
export interface Servers extends AsyncDisposable {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly program: Program;
  install(env?: Record<string, string>): Promise<Installation>;
}

export async function startServers(): Promise<Servers> {
  const [postgres, redis, program] = await Promise.all([
    startPostgres(),
    startRedis(),
    buildProgram(),
  ]);
  await postgres.query('postgres', 'CREATE DATABASE template_leadwarden');
  const url = postgres.url('template_leadwarden');
  await (await openDatabase({ kind: 'postgres', url })).stop();
  return {
    postgres,
    redis,
    program,
    install: (env) => install({ postgres, redis, program }, env),
    async [Symbol.asyncDispose]() {
      await Promise.all([postgres, redis, program].map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

async function install(
  { postgres, redis, program }: Pick<Servers, 'postgres' | 'redis' | 'program'>,
  changes: Record<string, string> = {},
): Promise<Installation> {
  const database = `lw_${randomUUID().replaceAll('-', '')}`;
  await postgres.query('postgres', `CREATE DATABASE ${database} TEMPLATE template_leadwarden`);
  const dataDir = await mkdtemp(join(tmpdir(), 'lw-fault-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuer = createIssuer(createPrivateKey(pem), {
    issuer: 'leadwarden',
    audience: 'leadwarden',
  });
  const env = {
    DATABASE_URL: postgres.url(database),
    REDIS_URL: redis.url,
    DATA_DIR: dataDir,
    JWT_PRIVATE_KEY: pem,
    PSEUDONYM_KEYS: TEST_KEYS,
    ...changes,
  };
  const query = <T extends object>(sql: string, params?: unknown[]) =>
    postgres.query<T>(database, sql, params);
  const replicas: Replica[] = [];
  return {
    database,
    env,
    replicas,
    query,
    ...(await peopleOf(query, issuer)),
    async startReplica(own = {}, preload) {
      const replica = await program.start({ ...env, ...own }, preload);
      replicas.push(replica);
      return replica;
    },
    ask: ({ url }, { token }) => askingAt(url, token),
    doctor: () => program.command(['doctor'], { ...env, LOG_LEVEL: 'error' }),
    async [Symbol.asyncDispose]() {
      await Promise.all(replicas.map(({ child }) => child.kill()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const PEOPLE = {
  anna: { role: 'REP', territory: 'SUED' },
  ben: { role: 'REP', territory: 'NORD' },
  manager: { role: 'MANAGER', territory: null },
  admin: { role: 'ADMIN', territory: null },
  wall: { role: 'WALLBOARD', territory: null },
} as const;

type Name = keyof typeof PEOPLE;

async function peopleOf(
  query: (sql: string, params?: unknown[]) => Promise<object[]>,
  issuer: Issuer,
): Promise<Record<Name, Person>> {
  const people: [Name, Person][] = [];
  for (const name of Object.keys(PEOPLE) as Name[]) {
    const { role, territory } = PEOPLE[name];
    const id = newId();
    const email = `${name}@example.com`;
    await query(
      'INSERT INTO user_account (id, email, name, role, territory) VALUES ($1, $2, $3, $4, $5)',
      [id, email, name, role, territory],
    );
    const token = await issuer.sign(email, new Date(Date.now() - 2 * 3_600_000), 86_400_000);
    people.push([name, { id, role, territory, email, token }]);
  }
  return Object.fromEntries(people) as Record<Name, Person>;
}
