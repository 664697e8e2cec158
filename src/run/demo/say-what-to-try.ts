import type { ApiClient } from './api-client.js';
import { PEOPLE } from './people.js';

interface Known {
  readonly url: string;
  readonly dataDir: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly admin: ApiClient;
}

/** The address of the demo, its users, and three commands that work as printed. */
export async function sayWhatToTry({ url, dataDir, tokens, admin }: Known): Promise<void> {
  const shown = url.replace('127.0.0.1', 'localhost');
  console.log(`
Leadwarden runs:  ${shown}            playground: ${shown}/graphql

On this machine the playground is signed in as the admin. For other eyes put one of these tokens, which are good for
30 days, into the field above it:`);
  for (const role of ['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD'] as const) {
    const person = PEOPLE.find((candidate) => candidate.role === role);
    if (person) console.log(`\n  ${role} ${person.email}\n  ${tokens.get(person.email)}`);
  }
  console.log(`
Three things to try:
  1. Open ${shown}/graphql and run the first tab: the leads whose protection ends first.
  2. Run the second tab (a subscription) and watch warnings, expiries and re-claims arrive, some each minute.
  3. Ask why a date is what it is, in the third tab or with this in a new one:

     { explainProtection(leadId: "${await firstToExpire(admin)}") { state expiresAt text(locale: EN) } }

What happens now (agents at work, jobs every 15 s; Ctrl-C stops, the data stays in ${dataDir}):
`);
}

async function firstToExpire(admin: ApiClient): Promise<string> {
  const { leads } = await admin.request<{ leads: { edges: { node: { id: string } }[] } }>(
    `{ leads(first: 1, filter: { status: [ACTIVE] }, orderBy: { field: EXPIRES_AT, direction: ASC }) {
        edges { node { id } } } }`,
  );
  return leads.edges[0]?.node.id ?? '<id of a lead>';
}
