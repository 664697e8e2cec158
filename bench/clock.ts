import pg from 'pg';
import { project } from '../src/domain/clock.js';
import type { ProtectionFacts } from '../src/domain/facts.js';
import { DEFAULT_POLICY } from '../src/domain/policy.js';
import { type Figure, figure, median, timed } from './measure.js';

const LEADS = 100_000;
const HOUR = 3_600_000;

/** The clock over 100,000 leads with 5 holds and 20 activities, against 10 UPDATEs of as many rows. */
export async function benchClock(runs = 3): Promise<Figure[]> {
  const leads = Array.from({ length: LEADS }, (_, index) => factsOf(index));
  const now = Date.parse('2026-06-01T00:00:00Z');
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    theirs.push(await timedUpdates());
    ours.push(
      await timed(() => {
        for (const facts of leads) project(facts, DEFAULT_POLICY, now);
      }),
    );
  }
  return [
    figure(
      'clock: 100,000 projections / 10 UPDATEs of 100,000 rows',
      median(ours),
      median(theirs),
      'ms',
      {
        atMost: 1,
      },
    ),
  ];
}

function factsOf(index: number): ProtectionFacts {
  const assignedAt = Date.parse('2026-01-01T00:00:00Z') + (index % 1440) * 60_000 * 97;
  const kinds = DEFAULT_POLICY.qualifyingKinds;
  return {
    assignedAt,
    activities: Array.from({ length: 20 }, (_, n) => ({
      kind: n % 2 ? (kinds[n % kinds.length] ?? 'QUALIFIED_CALL') : 'NOTE',
      performedAt: assignedAt + (n * 53 + (index % 29)) * HOUR,
    })),
    holds: Array.from({ length: 5 }, (_, n) => ({
      startAt: assignedAt + (n * 190 + (index % 31)) * HOUR,
      endAt: assignedAt + (n * 190 + 60 + (index % 31)) * HOUR,
    })),
    extensionMonths: index % 3,
    warnings: [],
  };
}

async function timedUpdates(): Promise<number> {
  const server = process.env.BENCH_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('CREATE TEMP TABLE t (id int PRIMARY KEY, due timestamptz)');
    await client.query('INSERT INTO t SELECT n, now() FROM generate_series(1, $1::int) n', [LEADS]);
    return await timed(async () => {
      for (let n = 0; n < 10; n += 1) await client.query("UPDATE t SET due = due + interval '1 s'");
    });
  } finally {
    await client.end();
  }
}
