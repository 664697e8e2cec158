import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Role } from '../../src/domain/actor.js';
import { formatToken } from '../../src/features/api-tokens/api-token.js';
import { newId } from '../../src/platform/db/ids.js';
import { SCOPES } from '../../src/platform/identity/scopes.js';
import { newSecret, secretHash } from '../../src/platform/keys/secret.js';
import { createLog } from '../../src/platform/ops/log.js';
import { type App, createApp } from '../../src/run/app.js';
import { parseConfig } from '../../src/run/config.js';
import { type TestClock, testClock } from './clock.js';
import { TEST_KEYS } from './cursors.js';
import { openTestDatabase, type TestDatabase } from './database.js';
import { makeUser } from './factories.js';

export interface ApiUser {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

export interface ApiResult<Data> {
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** The application on a database of its own, asked through `fetch`: no socket is opened. */
export interface TestApi extends AsyncDisposable {
  readonly app: App;
  readonly db: TestDatabase;
  readonly clock: TestClock;
  /** Everything that was logged, as JSON lines. */
  readonly logged: string[];
  /** A user with a token; the same one for the same name. */
  user(
    role: Role,
    options?: { name?: string; territory?: string | null; active?: boolean },
  ): Promise<ApiUser>;
  /** Executes a document as somebody; `null` is nobody. */
  execute<Data, Variables>(
    as: ApiUser | null,
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
  ): Promise<ApiResult<Data>>;
  /** The data of a result without errors. */
  query<Data, Variables>(
    as: ApiUser | null,
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
  ): Promise<Data>;
}

export const START = '2026-03-01T09:00:00Z';

/** The clock of tests stands still: what is counted per minute would add up without end. */
const NO_RATE_LIMITS = {
  RATE_LIMIT_IDENTITY: '0',
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_GUESSES: '0',
};

/**
 * @param options `started` also opens the port and starts the event log; `database` is one that was opened for it alone, and
 * goes with it
 */
export async function openTestApi(
  options: { started?: boolean; env?: Record<string, string>; database?: TestDatabase } = {},
): Promise<TestApi> {
  const clock = testClock(START);
  const db = options.database ?? (await openTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwarden-api-'));
  const logged: string[] = [];
  const log = createLog('warn', { write: (line) => void logged.push(line) });
  const config = parseConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    ...NO_RATE_LIMITS,
    PSEUDONYM_KEYS: TEST_KEYS,
    ...options.env,
  });
  const overrides = { clock: clock.now, database: db, log, background: false };
  const app = await createApp(config, overrides);
  if (options.started) await app.start();
  const users = new Map<string, ApiUser>();

  async function user(
    role: Role,
    { name = role, territory = null, active = true }: Parameters<TestApi['user']>[1] = {},
  ): Promise<ApiUser> {
    const known = users.get(name);
    if (known) return known;
    const email = `${name.toLowerCase()}@example.com`;
    const { id } = await makeUser(db, { email, name, role, territory, active, locale: 'en' });
    const token =
      role === 'SERVICE'
        ? await makeApiToken(db, id, clock.now())
        : await app.issuer?.sign(email, clock.now());
    if (token === undefined) throw new Error('The application signs no tokens.');
    const made = { id, email, token };
    users.set(name, made);
    return made;
  }

  const execute: TestApi['execute'] = async (as, document, variables) => {
    const response = await app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        },
        body: JSON.stringify({
          query: typeof document === 'string' ? document : print(document),
          variables,
        }),
      }),
    );
    // What it cost is for the tests of the limits.
    const { extensions: _, ...result } = (await response.json()) as ApiResult<never> & {
      extensions?: object;
    };
    return result;
  };

  return {
    app,
    db,
    clock,
    logged,
    user,
    execute,
    async query(as, document, variables) {
      const { data, errors } = await execute(as, document, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors, null, 2));
      return data;
    },
    async [Symbol.asyncDispose]() {
      await app.stop();
      await db[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Programs sign in by nothing else; this one may do whatever programs may. */
async function makeApiToken(db: TestDatabase, userId: string, now: Date): Promise<string> {
  const [id, secret] = [newId(), newSecret()];
  const expiresAt = new Date(now.getTime() + 365 * 86_400_000);
  await db.prisma.apiToken.create({
    data: {
      id,
      userId,
      name: 'Test',
      secretHash: secretHash(secret),
      scopes: [...SCOPES],
      createdAt: now,
      expiresAt,
    },
  });
  return formatToken({ id, secret });
}

/** The global id of a row. */
export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}
