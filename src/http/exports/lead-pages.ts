import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { createContext, type Operation, type Services } from '../../api/kit/context.js';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { Session } from '../../platform/identity/session.js';

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
}

export interface Exporting extends Omit<Operation, 'session' | 'refused'> {
  readonly session: Session;
}

const LEADS = /* GraphQL */ `
  query ExportLeads($filter: LeadFilter, $orderBy: LeadOrder, $after: String) {
    leads(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
          id companyName postalCode city country businessType website source registeredAt
          estimatedVolume currency notes stage status territory vatId tags
          contacts { name email phone }
          owner { name }
          protection { state progressDeadline expiresAt }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

type Leads = {
  leads: {
    edges: readonly { node: ExportedLead }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

/**
 * Pages of leads, read one at a time when they are asked for, by the very query that the API has: so
 * inputs, sight and row-level security are those of the API. Before each page but the first it is
 * asked whether the session still counts.
 * @throws GraphQLError, or UnauthenticatedError where the session has ended
 */
export function createLeadPages(schema: GraphQLSchema, services: Services) {
  const document = parse(LEADS);

  async function readPage(operation: Operation, which: WhichLeads, after: string | null) {
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
      return (result.data as unknown as Leads).leads;
    } finally {
      await contextValue.reads.close();
    }
  }

  return async function* leadPages(
    { session, ...given }: Exporting,
    which: WhichLeads,
  ): AsyncGenerator<ExportedLead[], void> {
    let after: string | null = null;
    let counting = session;
    do {
      if (after !== null) {
        const actor = await services.sessions.reauthorize(counting);
        if (actor === null) throw new UnauthenticatedError('The token counts no longer.');
        counting = { ...counting, actor };
      }
      const operation: Operation = { ...given, session: counting, refused: null };
      const { edges, pageInfo }: Leads['leads'] = await readPage(operation, which, after);
      yield edges.map(({ node }) => node);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  };
}
