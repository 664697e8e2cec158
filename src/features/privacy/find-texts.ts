import type { ValuePath } from '../../platform/audit/leaves.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import type { DataSubject } from './data-subject.js';
import { speakingPaths } from './speaking-values.js';
import type { Terms } from './terms.js';
import { columnsOf, TEXT_TABLES, type TextTable } from './text-columns.js';

/** A row that speaks of a person. */
export interface SpeakingRow {
  readonly table: string;
  readonly id: string;
  readonly leadId: string | null;
  /** The columns that do. */
  readonly columns: readonly string[];
  /** Where in them, each beginning with its column. */
  readonly paths: readonly ValuePath[];
  /** All its texts, by column. */
  readonly values: Readonly<Record<string, unknown>>;
}

const PAGE_SIZE = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Hashes and salts say nothing. */
const NO_TEXT: ReadonlySet<string> = new Set(['salt', 'leaves', 'feedback_token_hash']);

/**
 * Bodies are made of the data of a mail and the words of its template, and these name the company: a contact who is
 * called like it must not cost every mail.
 */
const MADE_OF_DATA: ReadonlySet<string> = new Set(['subject', 'text_body', 'html_body']);

/** Every row with a text that speaks of the person, table by table. */
export async function findTexts(tx: Tx, subject: DataSubject): Promise<SpeakingRow[]> {
  const found: SpeakingRow[] = [];
  for (const [name, table] of Object.entries(TEXT_TABLES)) {
    const { ofLeads, leadId } = table;
    // Contacts are handled as such; files are gone once they were worked off.
    if (!ofLeads || !leadId || name === 'contact') continue;
    const search = { name, table: { ...table, ofLeads, leadId }, columns: columnsIn(table) };
    found.push(...(await searchTable(tx, subject, search)));
  }
  return found;
}

function columnsIn(table: TextTable): string[] {
  return columnsOf(table).flatMap(([column, treatment]) =>
    'kept' in treatment || NO_TEXT.has(column) ? [] : [column],
  );
}

interface Search {
  readonly name: string;
  readonly table: TextTable & Required<Pick<TextTable, 'ofLeads' | 'leadId'>>;
  readonly columns: readonly string[];
}

interface Candidate {
  readonly id: string;
  readonly leadId: string | null;
  readonly theirs: boolean;
  /** Whether it is about one of their contacts, with any text. */
  readonly ofContact: boolean;
  readonly values: Record<string, unknown>;
}

async function searchTable(tx: Tx, subject: DataSubject, search: Search): Promise<SpeakingRow[]> {
  const found: SpeakingRow[] = [];
  let after = BEFORE_ALL;
  for (;;) {
    const page = await readCandidates(tx, subject, search, after);
    for (const { id, leadId, values, ...row } of page) {
      const paths = search.columns.flatMap((column) =>
        MADE_OF_DATA.has(column) ? [] : speakingPaths(subject, values[column], row, [column]),
      );
      const columns = search.columns.filter((column) => paths.some(([first]) => first === column));
      if (columns.length > 0)
        found.push({ table: search.name, id, leadId, columns, paths, values });
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIZE) return found;
    after = last.id;
  }
}

function readCandidates(
  tx: Tx,
  { leadIds, contacts, terms }: DataSubject,
  { name, table, columns }: Search,
  after: string,
): Promise<Candidate[]> {
  const theirs = table.ofLeads(Prisma.sql`${[...leadIds]}::uuid[]`);
  const ofContact = table.ofContacts
    ? table.ofContacts(Prisma.sql`${contacts.map(({ id }) => id)}::uuid[]`)
    : Prisma.sql`false`;
  const may = columns.map((column) => mayNameElsewhere(terms, Prisma.raw(`"${column}"`)));
  const values = columns.map((column) => `'${column}', "${column}"`).join(', ');
  return tx.$queryRaw<Candidate[]>`
    SELECT id, ${Prisma.raw(table.leadId)} AS "leadId", coalesce(${theirs}, false) AS theirs,
      coalesce(${ofContact}, false) AS "ofContact",
      jsonb_strip_nulls(jsonb_build_object(${Prisma.raw(values)})) AS values
    FROM ${Prisma.raw(name)}
    WHERE id > ${after}::uuid AND (${theirs} OR ${ofContact} OR ${Prisma.join(may, ' OR ')})
    ORDER BY id LIMIT ${PAGE_SIZE}::int`;
}

/**
 * Spares reading most texts about other leads. It keeps more than it should and never less: texts beyond ASCII are
 * left to the code, and the rest is compared without `lower()`, which is another one on each server.
 */
function mayNameElsewhere({ addresses, phones }: Terms, column: Prisma.Sql): Prisma.Sql {
  const text = Prisma.sql`${column}::text`;
  const lower = Prisma.sql`translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ\`', 'abcdefghijklmnopqrstuvwxyz''')`;
  const digits = Prisma.sql`regexp_replace(${text}, '[^0-9]', '', 'g')`;
  const contains = (where: Prisma.Sql, wanted: readonly string[]) => Prisma.sql`
    EXISTS (SELECT FROM unnest(${[...wanted]}::text[]) AS term (wanted) WHERE strpos(${where}, wanted) > 0)`;
  return Prisma.sql`(octet_length(${text}) > length(${text})
    OR ${contains(lower, addresses)}
    OR ${contains(
      digits,
      phones.map(({ national }) => national),
    )})`;
}
