import type { Installation, Person } from './installation.js';

/** Which of these idempotency keys the person logged activities with; of a key the database has a hash only. */
export async function keptKeys(
  { query }: Installation,
  { id }: Person,
  keys: Iterable<string>,
): Promise<string[]> {
  const kept = await query<{ key: string }>(
    `SELECT given.key FROM unnest($1::text[]) AS given (key) JOIN idempotency_key AS stored
     ON stored.key = encode(sha256(convert_to($2 || ' logActivity ' || given.key, 'UTF8')), 'hex')`,
    [[...keys], id],
  );
  return kept.map(({ key }) => key);
}
