import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, median } from './measure.js';
import { once, throughput } from './page-load.js';
import { PAGE_QUERY } from './page-queries.js';
import { seedLeads } from './seed-leads.js';

const LEADS = 100_000;

/**
 * A page of 50 leads with relations against a bare HTTP server that answers the same from one SQL statement, and
 * against the same server without row-level security.
 */
export async function benchPage(rounds = 5): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwarden-bench-'));
  try {
    return await withBenchDatabase(async (_db, client, url, children) => {
      await seedLeads(client, { total: LEADS, due: 0 });
      await client.query(`
        INSERT INTO user_account (id, email, name, role) VALUES (gen_random_uuid(), 'admin@bench.example', 'Admin', 'ADMIN');
        INSERT INTO hold (id, lead_id, ownership_id, started_by_id, reason, start_at, end_at)
        SELECT gen_random_uuid(), o.lead_id, o.id, o.owner_id, 'SUPPLY_ISSUE', o.assigned_at + n * interval '5 days',
          o.assigned_at + n * interval '5 days' + interval '2 days'
        FROM ownership o, generate_series(1, 2) n;
        INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, due_at, sent_at)
        SELECT gen_random_uuid(), lead_id, id, owner_id, 'PROGRESS_WARNING', assigned_at, assigned_at + interval '53 days',
          assigned_at + interval '53 days' FROM ownership`);
      await client.query('VACUUM ANALYZE');
      const bare = await startServer('bare', url, dataDir, children);
      const ours = await startServer('leadwarden', url, dataDir, children);
      const open = await startServer('unprotected', url, dataDir, children);
      const request = pageAs(ours.token);
      const agent = pageAs(ours.agentToken);
      const plain = { method: 'GET', headers: {} };
      requireSameAnswer(
        await once(bare.url, undefined, plain),
        await once(`${ours.url}/graphql`, undefined, request),
      );
      for (const asked of [request, agent]) {
        requireSameAnswer(
          await once(`${open.url}/graphql`, undefined, asked),
          await once(`${ours.url}/graphql`, undefined, asked),
        );
      }
      await throughput(bare.url, plain, { seconds: 2 });
      await throughput(`${ours.url}/graphql`, request, { seconds: 12 });
      await throughput(`${open.url}/graphql`, request, { seconds: 12 });
      const theirs: number[] = [];
      const mine: number[] = [];
      const admins: number[] = [];
      const agents: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        theirs.push(await throughput(bare.url, plain));
        mine.push(await throughput(`${ours.url}/graphql`, request));
        admins.push(await comparedWith(open.url, ours.url, request));
        agents.push(await comparedWith(open.url, ours.url, agent));
      }
      return [
        figure(
          'page: 50 leads with relations / bare HTTP server',
          median(mine),
          median(theirs),
          'requests/s',
          {
            atLeast: 0.4,
          },
        ),
        figure(
          'page: with row-level security / without, an admin',
          median(admins),
          1,
          '× throughput',
          {
            atLeast: 0.85,
          },
        ),
        figure(
          'page: with row-level security / without, an agent',
          median(agents),
          1,
          '× throughput',
          {
            atLeast: 0.85,
          },
        ),
      ];
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function pageAs(token: string | undefined) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: PAGE_QUERY }),
  };
}

/** Throughput of the second server as a share of the first one's, in short turns: whatever else runs slows both. */
async function comparedWith(
  first: string,
  second: string,
  request: ReturnType<typeof pageAs>,
): Promise<number> {
  let without = 0;
  let protectedOnes = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    without += await throughput(`${first}/graphql`, request, { seconds: 1 });
    protectedOnes += await throughput(`${second}/graphql`, request, { seconds: 1 });
  }
  return protectedOnes / without;
}

function requireSameAnswer(bare: string, ours: string): void {
  if (
    JSON.parse(ours).data?.leads?.edges?.length !== 50 ||
    !isDeepStrictEqual(JSON.parse(bare).data, JSON.parse(ours).data)
  ) {
    throw new Error(`The two answers differ: ${bare.slice(0, 900)}\n\n${ours.slice(0, 900)}`);
  }
}

interface Address {
  url: string;
  token?: string;
  agentToken?: string;
}

function startServer(
  kind: 'bare' | 'leadwarden' | 'unprotected',
  databaseUrl: string,
  dataDir: string,
  children: ChildProcess[],
): Promise<Address> {
  const script = new URL('./page-server.ts', import.meta.url).pathname;
  // graphql checks more when it is not told that this is production.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(script, [kind, databaseUrl, dataDir], { env, execArgv: ['--import', 'tsx'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Address));
    child.once('exit', (code) => reject(new Error(`The ${kind} server ended with ${code}.`)));
  });
}
