import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../src/domain/actor.js';
import { decideConflict } from '../src/domain/judge-conflict.js';
import type { Comparison } from '../src/domain/matching/compare-companies.js';
import { type LeadIdentity, readLead } from '../src/domain/matching/read-lead.js';
import { judgeAll } from '../src/features/conflicts/gate.js';
import { leadKeys } from '../src/features/conflicts/lead-keys.js';
import { questionOf } from '../src/features/conflicts/match-keys.js';
import type { Database } from '../src/platform/db/open.js';
import { compareLeads } from '../test/support/compare-leads.js';
import { FLOORS, labelledPairs } from '../test/support/labelled-pairs.js';
import { type MadePair, makePairs } from '../test/support/matching-variants.js';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, median } from './measure.js';

const LEADS = 1_000_000;
const MADE = 20_000;
const CHECKS = 400;
const AT_ONCE = 5_000;

/**
 * What the comparison recognises of labelled and of made pairs, and what a check costs at 1,000,000 leads, against the
 * trigram search that it took the place of.
 */
export async function benchMatching(): Promise<Figure[]> {
  return [
    ...shares('labelled pairs', labelledPairs('labelled-pairs.csv')),
    ...shares('all pairs', Object.keys(FLOORS).flatMap(labelledPairs)),
    ...shares(`${MADE} made pairs`, makePairs(MADE, 7)),
    ...(await withBenchDatabase(checks)),
  ];
}

function shares(name: string, pairs: readonly Pick<MadePair, 'same' | 'a' | 'b'>[]): Figure[] {
  const verdicts = (same: boolean) =>
    pairs
      .filter((pair) => pair.same === same)
      .map(({ a, b }) => compareLeads(readLead(a), readLead(b)).verdict);
  const share = (of: readonly Comparison['verdict'][], ...wanted: Comparison['verdict'][]) =>
    (100 * of.filter((verdict) => wanted.includes(verdict)).length) / of.length;
  const [same, other] = [verdicts(true), verdicts(false)];
  return [
    figure(`${name}: same, recognised`, share(same, 'SAME', 'POSSIBLY_SAME'), 100, '%', {
      atLeast: 0.95,
    }),
    figure(`${name}: same, for certain`, share(same, 'SAME'), 100, '%', { atLeast: 0.5 }),
    figure(`${name}: different, refused`, share(other, 'SAME'), 100, '%', { atMost: 0 }),
    figure(`${name}: different, hinted at`, share(other, 'POSSIBLY_SAME'), 100, '%', {
      atMost: 0.08,
    }),
  ];
}

async function checks(db: Database, client: pg.Client): Promise<Figure[]> {
  const pairs = makePairs(LEADS, 11);
  await seed(
    client,
    pairs.map(({ a }) => a),
  );
  const asked = pairs.filter((_, nth) => nth % Math.floor(LEADS / CHECKS) === 0).slice(0, CHECKS);
  const ours: number[] = [];
  const theirs: number[] = [];
  let recognised = 0;
  for (const { b, same } of asked) {
    const question = questionOf({ ...b, contacts: [] });
    await db.transaction(async (tx) => {
      const started = performance.now();
      const ctx = { db, tx, actor: SYSTEM_ACTOR, now: new Date(), requestId: null };
      const [judge] = await judgeAll(ctx, [question], null);
      const { verdict } = decideConflict(judge?.() ?? []);
      ours.push(performance.now() - started);
      if (same && verdict !== 'FREE') recognised += 1;
    }, AS_SYSTEM);
    const started = performance.now();
    await client.query(
      `SELECT id FROM lead WHERE search_text % $1 AND status = 'ACTIVE'
       ORDER BY similarity(search_text, $1) DESC LIMIT 50`,
      [leadKeys(b).searchText],
    );
    theirs.push(performance.now() - started);
  }
  const p95 = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
  const same = asked.filter((pair) => pair.same).length;
  return [
    figure('check at 1,000,000 leads, p95', p95(ours) ?? Number.NaN, 30, 'ms', { atMost: 1 }),
    figure('check / trigram search, median', median(ours), median(theirs), 'ms', { atMost: 1 }),
    figure('recognised among 1,000,000', (100 * recognised) / same, 100, '%', { atLeast: 0.95 }),
  ];
}

/** Leads under protection, as registered, with keys made as production makes them. */
async function seed(client: pg.Client, leads: readonly LeadIdentity[]): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = 'lead'::regclass AND NOT indisunique`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await client.query('ALTER TABLE lead DISABLE TRIGGER USER');
  const { rows } = await client.query<{ id: string }>(`
    INSERT INTO user_account (id, email, name, role)
    VALUES (gen_random_uuid(), 'anna@bench.example', 'Anna', 'REP') RETURNING id`);
  for (let at = 0; at < leads.length; at += AT_ONCE) {
    const batch = leads.slice(at, at + AT_ONCE).map((lead) => ({
      name: lead.companyName,
      city: lead.city,
      code: lead.postalCode,
      ...leadKeys(lead),
    }));
    await client.query(
      `INSERT INTO lead (id, company_name, city, postal_code, country, stage, status, owner_id, registered_at, assigned_at,
         progress_anchor, warning_due_at, progress_deadline, base_ends_at, expires_at, match_key, candidate_keys,
         website_domain, matching_version, search_text)
       SELECT gen_random_uuid(), name, city, code, 'DE', 'PRE_REGISTRATION', 'ACTIVE', $2, now(), now(), now(),
         now() + interval '53 days', now() + interval '60 days', now() + interval '180 days', now() + interval '180 days',
         "matchKey", "candidateKeys", "websiteDomain", "matchingVersion", "searchText"
       FROM jsonb_to_recordset($1::jsonb) AS row (name text, city text, code text, "matchKey" text,
         "candidateKeys" int[], "websiteDomain" text, "matchingVersion" int, "searchText" text)`,
      [JSON.stringify(batch), rows[0]?.id],
    );
  }
  for (const { definition } of indexes) await client.query(definition);
  await client.query('VACUUM ANALYZE lead');
}
