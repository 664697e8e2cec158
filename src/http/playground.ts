import type { GraphiQLOptions } from 'graphql-yoga';

const HEADERS = JSON.stringify({ Authorization: 'Bearer <paste a token here>' }, null, 2);

const LEADS = `# Put a token into the Headers editor below, then run this.
# "npm run demo" prints one per role; "npx leadwarden token --as EMAIL" makes one.
query LeadsByDeadline {
  me { name role }
  leads(first: 5, orderBy: { field: EXPIRES_AT, direction: ASC }) {
    edges {
      node {
        id
        companyName
        city
        owner { name }
        protection { state progressDeadline expiresAt remaining }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const LOG_ACTIVITY = `# Progress keeps a lead protected. Take a lead's id from the first tab.
mutation LogActivity($leadId: ID!) {
  logActivity(input: { leadId: $leadId, kind: QUALIFIED_CALL, note: "Asked for an offer" }) {
    __typename
    ... on LogActivityPayload {
      activity { id kind performedAt lead { companyName protection { state expiresAt } } }
    }
    ... on UserError { code message }
  }
}
`;

const EVENTS = `# Stays open and shows every event as it happens. Run it, then log an activity in the second tab.
subscription Live {
  events {
    __typename
    cursor
    type
    occurredAt
    lead { companyName city }
    payload
  }
}
`;

/** GraphiQL, served from here; its subscriptions go by SSE so that they carry the header. */
export const PLAYGROUND: GraphiQLOptions = {
  title: 'Leadwarden',
  defaultTabs: [
    { query: LEADS, headers: HEADERS },
    {
      query: LOG_ACTIVITY,
      headers: HEADERS,
      variables: JSON.stringify({ leadId: '<id of a lead>' }, null, 2),
    },
    { query: EVENTS, headers: HEADERS },
  ],
  headers: HEADERS,
  defaultEditorToolsVisibility: 'headers',
  isHeadersEditorEnabled: true,
  shouldPersistHeaders: true,
  subscriptionsProtocol: 'SSE',
};
