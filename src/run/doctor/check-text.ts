import { AS_SYSTEM } from '../../domain/actor.js';
import type { Finding, Patient } from './diagnose.js';

interface TextSettings {
  readonly encoding: string;
  readonly collate: string;
  readonly ctype: string;
  /** The lower case of Ö and of I on the server. */
  readonly lower: string;
}

/**
 * Whether the database stores all letters, and knows them. Leads and people are matched by code, the same on every
 * server, but searches of admins and BI tools with `lower` or `ILIKE` are not.
 */
export async function checkText({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  const [row] = await db.transaction(
    (tx) => tx.$queryRaw<TextSettings[]>`
      SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collate, datctype AS ctype,
        lower('ÖI') AS lower
      FROM pg_database WHERE datname = current_database()`,
    AS_SYSTEM,
  );
  const { encoding, collate, ctype, lower } = row ?? { encoding: null, collate: '', ctype: '' };
  const detail = `${encoding}, collation ${collate}, character type ${ctype}`;
  if (encoding !== 'UTF8') return { state: 'PROBLEM', detail: `${detail}, allowed is UTF8` };
  if (lower === 'öi') return { state: 'OK', detail };
  const what = `lower('ÖI') is ${JSON.stringify(lower)}, so ILIKE overlooks letters; matching and erasure do not depend on it`;
  return { state: 'WARNING', detail: `${detail}: ${what}` };
}
