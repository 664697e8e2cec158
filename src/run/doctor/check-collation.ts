import { AS_SYSTEM } from '../../domain/actor.js';
import type { Finding, Patient } from './diagnose.js';

/** The first that knows by which version of a collation its texts were sorted. */
const KNOWS_VERSIONS = 150_000;

interface Collation {
  readonly database: string;
  readonly made: string | null;
  readonly present: string | null;
}

/**
 * Whether texts are still sorted by the rules that their indexes were made with. An upgrade of the operating system
 * changes them in silence; then rows are not found, and one that must be unique comes twice.
 */
export async function checkCollation({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  const found = await db.transaction(async (tx) => {
    const [server] = await tx.$queryRaw<{ version: number }[]>`
      SELECT current_setting('server_version_num')::int AS version`;
    if (!server || server.version < KNOWS_VERSIONS) return null;
    const [row] = await tx.$queryRaw<Collation[]>`
      SELECT datname::text AS database, datcollversion AS made,
        pg_database_collation_actual_version(oid) AS present
      FROM pg_database WHERE datname = current_database()`;
    return row ?? null;
  }, AS_SYSTEM);
  if (found === null || found.made === null || found.present === null) {
    return { state: 'OK', detail: 'the collation of the database has no version' };
  }
  const { database, made, present } = found;
  if (made === present) return { state: 'OK', detail: `the collation has version ${present}` };
  const name = `"${database.replaceAll('"', '""')}"`;
  return {
    state: 'PROBLEM',
    detail:
      `indexes were made with version ${made} of the collation, the server now sorts by ${present}; ` +
      `REINDEX DATABASE ${name}, then ALTER DATABASE ${name} REFRESH COLLATION VERSION`,
  };
}
