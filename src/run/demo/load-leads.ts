import { readFile } from 'node:fs/promises';
import type { ApiClient } from './api-client.js';
import { AGENTS } from './people.js';

const SPREADSHEET = new URL('./leads.csv', import.meta.url);

interface ImportCounts {
  status: string;
  totalRows: number | null;
  createdRows: number;
  duplicateRows: number;
  rejectedRows: number;
  error: string | null;
}

/** Imports the spreadsheet through the public API, dealt to the agents in turn, and waits for its end. */
export async function loadLeads(
  admin: ApiClient,
  ownerIds: readonly string[],
): Promise<ImportCounts> {
  const file = new File([await readFile(SPREADSHEET)], 'leads.csv', { type: 'text/csv' });
  const { importLeads } = await admin.upload<{
    importLeads: { importJob?: { id: string }; message?: string };
  }>(
    `mutation ($file: File!, $ownerIds: [ID!]) {
      importLeads(input: { file: $file, ownerIds: $ownerIds, backdateReason: "Leads of the demo" }) {
        ... on ImportLeadsPayload { importJob { id } }
        ... on UserError { message }
      }
    }`,
    file,
    { ownerIds },
  );
  if (!importLeads.importJob) throw new Error(`The import was refused: ${importLeads.message}`);
  for (;;) {
    const { node } = await admin.request<{ node: ImportCounts }>(
      `query ($id: ID!) {
        node(id: $id) {
          ... on ImportJob { status totalRows createdRows duplicateRows rejectedRows error }
        }
      }`,
      { id: importLeads.importJob.id },
    );
    if (node.status === 'FAILED') throw new Error(`The import failed: ${node.error}`);
    if (node.status === 'FINISHED') return node;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The global ids of the demo's agents. */
export async function agentIds(clients: readonly ApiClient[]): Promise<string[]> {
  const answers = await Promise.all(
    clients
      .slice(0, AGENTS.length)
      .map((client) => client.request<{ me: { id: string } }>('{ me { id } }')),
  );
  return answers.map(({ me }) => me.id);
}
