import { type DocumentNode, type ExecutionResult, execute, parse } from 'graphql';
import { createContext, type Operation } from '../../api/kit/context.js';
import type { Exporting } from './answer-export.js';

/** A lead as the API shows it to the exporting actor: fields that they may not see are null or empty. */
export interface ExportedLead {
  readonly id: string;
  readonly companyName: string;
  readonly postalCode: string | null;
  readonly city: string;
  readonly country: string;
  readonly businessType: string | null;
  /** The primary one first. */
  readonly contacts: readonly {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
  readonly website: string | null;
  readonly source: string | null;
  readonly registeredAt: string;
  readonly estimatedVolume: string | null;
  readonly currency: string;
  readonly notes: string | null;
  readonly stage: string;
  readonly status: string;
  readonly owner: { readonly name: string } | null;
  readonly territory: string | null;
  readonly vatId: string | null;
  readonly tags: readonly string[];
  readonly protection: {
    readonly state: string;
    readonly progressDeadline: string | null;
    readonly expiresAt: string | null;
  };
}

/** The arguments of the query `leads` as JSON; the schema validates them. */
export interface WhichLeads {
  readonly filter: unknown;
  readonly orderBy: unknown;
  /** The cursor behind which the list goes on; from the start if null. */
  readonly after: string | null;
}

/** A place of the list of leads. */
export interface LeadEdge<Lead> {
  readonly cursor: string;
  readonly node: Lead;
}

/** The leads of a spreadsheet. */
export const TABLE_LEADS = leadsQuery(`
  id companyName postalCode city country businessType website source registeredAt
  estimatedVolume currency notes stage status territory vatId tags
  contacts { name email phone }
  owner { name }
  protection { state progressDeadline expiresAt }
`);

/** Leads with everything that has no list of its own. */
export const WHOLE_LEADS = leadsQuery(`
  id companyName postalCode city country businessType website source registeredAt
  estimatedVolume currency notes stage status territory vatId tags
  endedAt endReason pseudonymizedAt
  owner { id name email }
  contacts { id name email phone role primary }
  collaborators { id role createdAt isDeputy user { id name } }
  protection {
    state assignedAt progressAnchor warningDueAt warningIssuedAt warnedAt progressDeadline graceEndsAt baseEndsAt
    expiresAt onHold remaining policyVersion
  }
`);

function leadsQuery(fields: string): DocumentNode {
  return parse(/* GraphQL */ `
    query ExportLeads($filter: LeadFilter, $orderBy: LeadOrder, $after: String) {
      leads(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        edges { cursor node { ${fields} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `);
}

interface Leads<Lead> {
  readonly edges: readonly LeadEdge<Lead>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Pages of leads, read one at a time when they are asked for, by the very query that the API has: so
 * inputs, sight and row-level security are those of the API. Before each page but the first it is
 * asked whether the session still counts.
 * @throws GraphQLError, or UnauthenticatedError where the session has ended
 */
export async function* leadPages<Lead>(
  { schema, services, session, reauthorized, ...given }: Exporting,
  document: DocumentNode,
  which: WhichLeads,
): AsyncGenerator<readonly LeadEdge<Lead>[], void> {
  async function readPage(operation: Operation, after: string | null): Promise<Leads<Lead>> {
    const contextValue = createContext(services, operation);
    try {
      const variableValues = { ...which, after };
      const result: ExecutionResult = await execute({
        schema,
        document,
        variableValues,
        contextValue,
      });
      const [error] = result.errors ?? [];
      if (error) throw error;
      return (result.data as unknown as { leads: Leads<Lead> }).leads;
    } finally {
      await contextValue.reads.close();
    }
  }

  let { after } = which;
  let counting = session;
  for (let nth = 0; ; nth++) {
    if (nth > 0) counting = { ...counting, actor: await reauthorized() };
    const operation: Operation = {
      requestId: given.requestId,
      address: given.address,
      signal: given.signal,
      session: counting,
      refused: null,
      lastEventId: null,
      outlet: null,
    };
    const { edges, pageInfo }: Leads<Lead> = await readPage(operation, after);
    yield edges;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
