import { PSEUDONYMIZED } from '../../domain/placeholder.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';

/** The treatment of a column that can hold text when its people are erased. */
export type Treatment =
  /** It stays, with the reason why it is no personal data of a customer. */
  | { readonly kept: string }
  /**
   * It is emptied: the SQL of its new value, and for a list whose elements can be removed singly, of its value
   * without those for which `gone` is true, by their number `nth` from 1 on.
   */
  | {
      readonly blank: string;
      readonly without?: (gone: Prisma.Sql) => Prisma.Sql;
      /** Why it stays when time runs out: then only erasure empties it, where it names the person. */
      readonly outlives?: string;
    }
  /** It goes with the rest of its row, by a function of its own. */
  | {
      readonly by:
        | 'buryContacts'
        | 'blankMails'
        | 'blankAudit'
        | 'forgetRequests'
        | 'forgetChecks'
        | 'forgetReceipts'
        | 'finishImport';
    };

export interface TextTable {
  /** The rows that are about these leads; left out where nothing is about a lead. */
  readonly ofLeads?: (ids: Prisma.Sql) => Prisma.Sql;
  /** The rows that are about these contacts, with any text. */
  readonly ofContacts?: (ids: Prisma.Sql) => Prisma.Sql;
  /** SQL of the lead that a row is about. */
  readonly leadId?: string;
  /** Set together with the emptied columns. */
  readonly also?: string;
  /** Several columns of one treatment stand together. */
  readonly columns: Readonly<Record<string, Treatment>>;
}

const EMPTY: Treatment = { blank: 'NULL' };
const PLACEHOLDER: Treatment = { blank: `'${PSEUDONYMIZED}'` };
const CODE: Treatment = { kept: 'a code' };
const OF_SYSTEM: Treatment = { kept: 'of the system' };

const byLeadId = {
  leadId: 'lead_id',
  ofLeads: (ids: Prisma.Sql) => Prisma.sql`lead_id = ANY(${ids})`,
};

const TAGS: Treatment = {
  blank: `'{}'`,
  without: (gone) => Prisma.sql`ARRAY(
    SELECT tag FROM unnest(tags) WITH ORDINALITY AS listed (tag, nth) WHERE NOT ${gone} ORDER BY nth)`,
};

/** Of a problem in an imported file the code and the column stay, not the content of the cell. */
const WITHOUT_PROBLEMS = (gone: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT jsonb_agg(CASE WHEN ${gone} THEN jsonb_build_object(
    'code', problem -> 'code', 'field', problem -> 'field', 'column', problem -> 'column',
    'value', '', 'message', ${Prisma.raw(`'${PSEUDONYMIZED}'`)}, 'params', '{}'::jsonb) ELSE problem END ORDER BY nth)
  FROM jsonb_array_elements(problems) WITH ORDINALITY AS listed (problem, nth)), '[]')`;

const PROBLEMS: Treatment = {
  blank: WITHOUT_PROBLEMS(Prisma.sql`true`).sql,
  without: WITHOUT_PROBLEMS,
};

/**
 * Every column of every table that can hold text, with its treatment. Pseudonymisation, erasure and export follow
 * this table; a column that is missing here fails a test.
 */
export const TEXT_TABLES: Readonly<Record<string, TextTable>> = {
  api_token: { columns: { 'name secret_hash scopes': { kept: 'of programs' } } },
  calendar_feed: { columns: { 'name token_hash': { kept: 'of agents' } } },
  calendar_entry: { columns: { uid: { kept: 'ids' }, kind: CODE } },
  user_account: {
    columns: {
      'email name role territory locale subject claimed_email': { kept: 'accounts of agents' },
    },
  },
  lead: {
    leadId: 'id',
    ofLeads: (ids) => Prisma.sql`id = ANY(${ids})`,
    also: 'version = version + 1',
    columns: {
      'notes website website_domain vat_id': EMPTY,
      tags: TAGS,
      'business_type source': { blank: 'NULL', outlives: 'about the company, for statistics' },
      'company_name city postal_code country territory': {
        kept: 'about the company, for statistics',
      },
      'stage status end_reason currency': CODE,
      'import_key match_key candidate_keys search_text company_sort city_sort': {
        kept: 'made of company and city',
      },
      owner_sort: { kept: 'the name of an agent' },
      hold_intervals: { kept: 'numbers' },
    },
  },
  lead_count: { columns: { 'territory standing mark': CODE } },
  lead_count_change: { columns: { 'territory standing mark': CODE } },
  lead_collaborator: { columns: { 'role role_before': CODE } },
  ownership: { ...byLeadId, columns: { backdate_reason: EMPTY, end_reason: CODE } },
  contact: {
    ...byLeadId,
    columns: {
      'name email phone role email_key phone_key email_domain switchboard email_tombstone phone_tombstone':
        {
          by: 'buryContacts',
        },
    },
  },
  activity: { ...byLeadId, columns: { 'note void_reason': EMPTY, kind: CODE } },
  hold: {
    ...byLeadId,
    columns: {
      text: { blank: `CASE WHEN reason = 'OTHER' THEN '${PSEUDONYMIZED}' END` },
      void_reason: EMPTY,
      reason: CODE,
    },
  },
  reminder: { ...byLeadId, columns: { note: EMPTY, 'kind channel': CODE } },
  sample: {
    ...byLeadId,
    columns: {
      'tracking_code feedback_name feedback_token_hash feedback_receipt_hash': EMPTY,
      status: CODE,
    },
  },
  sample_item: {
    leadId: '(SELECT lead_id FROM sample WHERE sample.id = sample_id)',
    // As an array, so that the items are looked up and not all of them read.
    ofLeads: (ids) =>
      Prisma.sql`sample_id = ANY(ARRAY(SELECT id FROM sample WHERE lead_id = ANY(${ids})))`,
    columns: { comment: EMPTY, 'sku name': { kept: 'products' }, outcome: CODE },
  },
  extension_request: { ...byLeadId, columns: { reason: PLACEHOLDER, note: EMPTY, status: CODE } },
  conflict_check: { columns: { 'territory verb verdict': CODE, keys: { by: 'forgetChecks' } } },
  conflict: {
    leadId: 'coalesce(new_lead_id, lead_id)',
    ofLeads: (ids) => Prisma.sql`(lead_id = ANY(${ids}) OR new_lead_id = ANY(${ids}))`,
    columns: { 'reason note': EMPTY, 'kind verdict verb why status': CODE },
  },
  lead_merge: { columns: { rule: CODE, passed: { kept: 'ids and codes' } } },
  hand_over: { columns: { reason: { kept: 'about agents' } } },
  hand_over_lead: { columns: { outcome: CODE, problem: { kept: 'names ids and codes' } } },
  import_job: {
    columns: {
      content: { by: 'finishImport' },
      'file_name content_hash options encoding warnings error': {
        kept: 'about the file, deleted with it',
      },
      status: CODE,
    },
  },
  import_mapping: {
    columns: { header_hash: CODE, columns: { kept: 'positions and names of fields' } },
  },
  import_row: {
    leadId: 'coalesce(lead_id, duplicate_of_lead_id)',
    ofLeads: (ids) => Prisma.sql`(lead_id = ANY(${ids}) OR duplicate_of_lead_id = ANY(${ids}))`,
    columns: { problems: PROBLEMS, outcome: CODE },
  },
  domain_event: {
    columns: {
      'payload tellable': { kept: 'free text is refused when it is written' },
      'type territory': CODE,
    },
  },
  domain_event_archive: {
    columns: {
      payload: { kept: 'free text is refused when it is written' },
      'type territory': CODE,
    },
  },
  event_log: { columns: { epoch: OF_SYSTEM } },
  receipt: {
    columns: {
      'identity disclosures': { by: 'forgetReceipts' },
      jws: { kept: 'ids, codes and salted hashes; the salts are forgotten' },
      'kind territory': CODE,
    },
  },
  receipt_log: { columns: { origin: OF_SYSTEM } },
  receipt_key: { columns: { 'kid x': OF_SYSTEM } },
  receipt_tile: { columns: { hashes: OF_SYSTEM } },
  receipt_checkpoint: { columns: { 'note kid token': OF_SYSTEM } },
  outbox_email: {
    ...byLeadId,
    columns: {
      'recipient data subject text_body html_body last_error server_answer': { by: 'blankMails' },
      'template locale status discard_reason death_cause': CODE,
      'dedupe_key message_id reference': { kept: 'made of ids' },
    },
  },
  webhook: {
    columns: { 'name url types': { kept: 'of programs' }, 'status disabled_reason epoch': CODE },
  },
  webhook_secret: { columns: { sealed: { kept: 'of programs' } } },
  webhook_delivery: { columns: { 'type status': CODE, message_id: { kept: 'made of ids' } } },
  webhook_attempt: {
    columns: {
      'error response': { kept: 'what a program answers to ids and codes; deleted after a while' },
    },
  },
  job_run: { columns: { 'job trigger status error': OF_SYSTEM } },
  audit_entry: {
    ...byLeadId,
    ofContacts: (ids) => Prisma.sql`(entity = 'Contact' AND entity_id = ANY(${ids}))`,
    columns: {
      'before after salt leaves': { by: 'blankAudit' },
      'request_id action entity': { kept: 'who did what' },
      'hash content_digest': { kept: 'the digest is salted, and the salt goes with what it is of' },
    },
  },
  audit_chain: { columns: { head_hash: OF_SYSTEM } },
  setting: { columns: { 'key scope scope_key value': OF_SYSTEM } },
  scheduled_setting: {
    columns: {
      'key business_type value': OF_SYSTEM,
      status: CODE,
      reason: { kept: 'about settings' },
      failure: { kept: 'about settings' },
    },
  },
  policy_version: { columns: { policy: OF_SYSTEM } },
  policy_default: { columns: { policy: OF_SYSTEM } },
  pseudonym_key_mark: { columns: { mark: OF_SYSTEM } },
  idempotency_key: {
    columns: { 'key request_hash answer': { by: 'forgetRequests' }, verb: CODE },
  },
};

/** The columns of a table with their treatments, one by one. */
export function columnsOf({ columns }: TextTable): [column: string, treatment: Treatment][] {
  return Object.entries(columns).flatMap(([names, treatment]) =>
    names.split(' ').map((name): [string, Treatment] => [name, treatment]),
  );
}

/**
 * Keys of JSON in the audit trail and in mails whose values say nothing about a person: named like columns that are
 * kept, and like no column that is not.
 */
export const KEPT_KEYS: ReadonlySet<string> = keptKeys();

function keptKeys(): Set<string> {
  const all = Object.values(TEXT_TABLES).flatMap((table) =>
    table.ofLeads ? columnsOf(table) : [],
  );
  const named = (kept: boolean) =>
    all.filter(([, how]) => 'kept' in how === kept).map(([column]) => camelCase(column));
  const personal = new Set(named(false));
  return new Set(named(true).filter((key) => !personal.has(key)));
}

function camelCase(column: string): string {
  return column.replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());
}
