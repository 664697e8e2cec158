import type { ApiClient } from './api-client.js';
import { createShortLived } from './short-lived.js';

/** How often an agent does something. */
const STEP_MS = 2_500;
/** How often the admin runs warnings and expiries, so that they are seen in the minute and not in the night. */
const JOBS_MS = 15_000;
/** How often leads come in that are about to run out. */
const SHORT_LIVED_MS = 30_000;

interface LeadNode {
  id: string;
  protection: { onHold: boolean };
  holds: { edges: { node: { id: string; endAt: string | null } }[] };
}

/** Keeps agents working until stopped: calls, visits, holds, claims, and leads that are about to run out. */
export function keepWorking(people: {
  agents: readonly ApiClient[];
  manager: ApiClient;
  admin: ApiClient;
}): () => void {
  let step = 0;
  const guarded = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) =>
      console.error('  demo:', error instanceof Error ? error.message : error),
    );
  };
  const registerShortLived = createShortLived(people);
  const registerSome = guarded(registerShortLived);
  const timers = [
    setInterval(
      guarded(() => {
        step += 1;
        const agent = people.agents[step % people.agents.length];
        return agent ? workOn(agent, step) : Promise.resolve();
      }),
      STEP_MS,
    ),
    setInterval(registerSome, SHORT_LIVED_MS),
    setInterval(
      guarded(() => runProtectionJobs(people.admin)),
      JOBS_MS,
    ),
  ];
  registerSome();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

async function workOn(agent: ApiClient, step: number): Promise<void> {
  if (step % 7 === 0) return claimOne(agent);
  const { leads } = await agent.request<{ leads: { edges: { node: LeadNode }[] } }>(
    `{ leads(first: 10, filter: { status: [ACTIVE] }, orderBy: { field: PROGRESS_DEADLINE, direction: ASC }) {
        edges { node { id protection { onHold } holds(last: 1) { edges { node { id endAt } } } } } } }`,
  );
  const lead = leads.edges[step % Math.max(leads.edges.length, 1)]?.node;
  if (!lead) return claimOne(agent);
  const hold = lead.holds.edges[0]?.node;
  if (hold && hold.endAt === null) {
    await agent.request('mutation ($id: ID!) { endHold(input: { holdId: $id }) { __typename } }', {
      id: hold.id,
    });
  } else if (step % 5 === 0) {
    await agent.request(
      'mutation ($id: ID!) { startHold(input: { leadId: $id, reason: PRICE_APPROVAL }) { __typename } }',
      { id: lead.id },
    );
  } else {
    const kind = step % 3 === 0 ? 'NOTE' : 'QUALIFIED_CALL';
    await agent.request(
      `mutation ($id: ID!, $kind: ActivityKind!) {
        logActivity(input: { leadId: $id, kind: $kind, note: "Rückruf vereinbart" }) { __typename } }`,
      { id: lead.id, kind },
    );
  }
}

async function claimOne(agent: ApiClient): Promise<void> {
  const { pool } = await agent.request<{ pool: { edges: { node: { id: string } }[] } }>(
    '{ pool(first: 1) { edges { node { id } } } }',
  );
  const lead = pool.edges[0]?.node;
  if (lead) {
    await agent.request(
      'mutation ($id: ID!) { claimLead(input: { leadId: $id }) { __typename } }',
      { id: lead.id },
    );
  }
}

async function runProtectionJobs(admin: ApiClient): Promise<void> {
  for (const job of ['PROGRESS_WARNING', 'PROTECTION_EXPIRY']) {
    await admin.request('mutation ($job: Job!) { runJob(input: { job: $job }) { __typename } }', {
      job,
    });
  }
}
