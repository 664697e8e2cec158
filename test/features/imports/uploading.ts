import { readFileSync } from 'node:fs';
import { type ApiUser, globalId, type TestApi } from '../../support/api.js';

export interface Remark {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

export interface ReportRow {
  readonly line: number;
  readonly outcome: 'CREATED' | 'DUPLICATE' | 'REJECTED';
  readonly lead: UploadedLead | null;
  readonly duplicateOfLine: number | null;
  readonly problems: readonly Remark[];
}

export interface UploadedLead {
  readonly companyName: string;
  readonly city: string;
  readonly postalCode: string | null;
  readonly country: string;
  readonly businessType: string | null;
  readonly stage: string;
  readonly estimatedVolume: string | null;
  readonly currency: string;
  readonly website: string | null;
  readonly vatId: string | null;
  readonly notes: string | null;
  readonly registeredAt: string;
  readonly owner: { readonly name: string } | null;
  readonly contacts: readonly {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly role: string | null;
  }[];
}

export interface Report {
  readonly status: string;
  readonly error: string | null;
  readonly encoding: string | null;
  readonly dryRun: boolean;
  readonly createdRows: number;
  readonly duplicateRows: number;
  readonly rejectedRows: number;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly rows: readonly ReportRow[];
}

const UPLOAD = `mutation ($input: ImportLeadsInput!) {
  importLeads(input: $input) {
    ... on ImportLeadsPayload { importJob { id } }
    ... on UserError { message }
  }
}`;

const REPORT = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on ImportJob {
      status error encoding dryRun createdRows duplicateRows rejectedRows warnings
      rows(first: 50, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node {
          line outcome duplicateOfLine problems { severity code column value message }
          lead {
            companyName city postalCode country businessType stage estimatedVolume currency website vatId notes registeredAt
            owner { name }
            contacts { name email phone role }
          }
        } }
      }
    }
  }
}`;

export interface UploadOptions {
  readonly ownerIds?: readonly string[];
  readonly backdateReason?: string;
  readonly dryRun?: boolean;
  readonly sheet?: string;
  readonly headerLine?: number;
  readonly columns?: readonly { readonly column: number; readonly field?: string | null }[];
}

/** Sends a document with a file as browsers do. */
export async function send<Data>(
  api: TestApi,
  as: ApiUser,
  query: string,
  content: string | Uint8Array,
  { ownerIds, ...options }: { ownerIds?: readonly string[] | undefined; [name: string]: unknown },
): Promise<{ data?: Data; errors?: unknown }> {
  const form = new FormData();
  const owners = ownerIds ? { ownerIds: ownerIds.map((id) => globalId('User', id)) } : {};
  const variables = { input: { file: null, ...owners, ...options } };
  form.set('operations', JSON.stringify({ query, variables }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  form.set('0', new File([Uint8Array.from(bytes)], 'leads.csv', { type: 'text/csv' }));
  const response = await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${as.token}` },
      body: form,
    }),
  );
  return (await response.json()) as { data?: Data; errors?: unknown };
}

/** Sends a file as browsers do, has it worked off, and asks for the report. */
export async function upload(
  api: TestApi,
  as: ApiUser,
  content: string | Uint8Array,
  { ownerIds, ...options }: UploadOptions = {},
): Promise<Report> {
  const { data, errors } = await send<{
    importLeads: { importJob?: { id: string }; message?: string };
  }>(api, as, UPLOAD, content, { ownerIds, ...options });
  const id = data?.importLeads.importJob?.id;
  if (id === undefined) throw new Error(JSON.stringify(errors ?? data));
  await api.app.imports.kick();
  return reportOf(api, as, id);
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what REPORT asks for.
type Page = any;

async function reportOf(api: TestApi, as: ApiUser, id: string): Promise<Report> {
  const rows: ReportRow[] = [];
  for (let after: string | null = null; ; ) {
    const { node }: Page = await api.query(as, REPORT, { id, after });
    for (const { node: row } of node.rows.edges) {
      rows.push(row);
    }
    if (!node.rows.pageInfo.hasNextPage) return { ...node, rows };
    after = node.rows.pageInfo.endCursor;
  }
}

/** A file from the field, or like one. */
export function fieldCase(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url));
}

/** `CODE`s of what was remarked on a row. */
export function codes({ problems }: Pick<ReportRow, 'problems'>): string[] {
  return problems.map(({ code }) => code);
}
