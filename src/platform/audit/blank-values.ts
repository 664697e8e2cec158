import { PSEUDONYMIZED } from '../../domain/placeholder.js';
import type { Tx } from '../db/open.js';
import { LEAVES, type ValuePath } from './leaves.js';

/** The values that an entry loses; null for all of its content. */
export type BlankedEntry = {
  readonly id: string;
  readonly paths: readonly ValuePath[] | null;
};

/**
 * Blanks values of entries about leads for good; the others stay, and the chain goes on proving them. Entries of
 * before version 2 of the digest lose all of their content. Returns the losses of each entry, which the trail must
 * record.
 */
export async function blankValues(
  tx: Tx,
  wanted: readonly { readonly id: string; readonly paths: readonly ValuePath[] }[],
): Promise<BlankedEntry[]> {
  const ids = wanted.filter(({ paths }) => paths.length > 0).map(({ id }) => id);
  const entries = await tx.$queryRaw<{ id: string; single: boolean }[]>`
    SELECT id, digest_version = 2 AS single FROM audit_entry
    WHERE id = ANY(${ids}::uuid[]) AND lead_id IS NOT NULL AND salt IS NOT NULL FOR UPDATE`;
  const single = new Set(entries.flatMap((entry) => (entry.single ? [entry.id] : [])));
  await tx.$executeRaw`
    UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL
    WHERE id = ANY(${entries.flatMap((entry) => (entry.single ? [] : [entry.id]))}::uuid[])`;
  const byValue = wanted.filter(({ id }) => single.has(id));
  const rounds = Math.max(0, ...byValue.map(({ paths }) => paths.length));
  for (let round = 0; round < rounds; round++) {
    const values = byValue.flatMap(({ id, paths }) => {
      const path = paths[round];
      return path ? [{ id, path }] : [];
    });
    await blankEach(tx, values);
  }
  const pathsOf = new Map(wanted.map(({ id, paths }) => [id, paths]));
  return entries.map(({ id }) => ({ id, paths: single.has(id) ? (pathsOf.get(id) ?? []) : null }));
}

/** One value of each entry: what stands at several paths of one cannot be set with one expression. */
async function blankEach(
  tx: Tx,
  values: readonly { readonly id: string; readonly path: ValuePath }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE audit_entry SET before = blanked.before, after = blanked.after, salt = '', leaves = blanked.leaves
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS wanted (id uuid, path jsonb)
    JOIN audit_entry AS entry ON entry.id = wanted.id
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT jsonb_array_elements_text(wanted.path - 0)) AS steps, to_jsonb(${PSEUDONYMIZED}::text) AS blank
    ) AS place
    CROSS JOIN LATERAL (
      SELECT
        CASE wanted.path ->> 0 WHEN 'before' THEN jsonb_set(entry.before, place.steps, place.blank, false)
          ELSE entry.before END AS before,
        CASE wanted.path ->> 0 WHEN 'after' THEN jsonb_set(entry.after, place.steps, place.blank, false)
          ELSE entry.after END AS after,
        (SELECT jsonb_object_agg(path, CASE
            WHEN path = wanted.path::text OR salt IS NULL THEN jsonb_build_object('digest', digest)
            ELSE jsonb_build_object('salt', salt)
          END) FROM (${LEAVES}) AS leaf) AS leaves
    ) AS blanked
    WHERE audit_entry.id = entry.id`;
}
