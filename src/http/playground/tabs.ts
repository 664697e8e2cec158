import type { GraphiQLOptions } from 'graphql-yoga';

const LEADS = `# The leads whose protection ends first.
query LeadsByDeadline {
  me { name role }
  leads(
    first: 5
    filter: { status: [ACTIVE] }
    orderBy: { field: EXPIRES_AT, direction: ASC }
  ) {
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

const EVENTS = `# Stays open and shows every event as it happens. Run it, then log an activity in the fourth tab.
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

const EXPLAIN = `# Why the dates of a lead are what they are. Put an id from the first tab into the variables below.
query Explain($leadId: ID!) {
  explainProtection(leadId: $leadId) {
    text(locale: EN)
    state
    expiresAt
  }
}
`;

const LOG_ACTIVITY = `# Progress keeps a lead protected. Put an id from the first tab into the variables below.
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

const PREVIEW = `# What another protection policy would do, for admins and auditors. Nothing is written.
query PreviewPolicy {
  previewPolicy(changes: [{ key: "protection.progressDays", value: "45" }]) {
    complete
    examined
    changed
    warned
    expired
    states { before after leads }
    agents { agent { name } changed expired }
  }
}
`;

const ABOUT_A_LEAD = JSON.stringify({ leadId: '<id of a lead>' }, null, 2);

/** GraphiQL, served from here; its subscriptions go by SSE so that they carry the header. */
export const PLAYGROUND: GraphiQLOptions = {
  title: 'Leadwarden',
  defaultTabs: [
    { query: LEADS },
    { query: EVENTS },
    { query: EXPLAIN, variables: ABOUT_A_LEAD },
    { query: LOG_ACTIVITY, variables: ABOUT_A_LEAD },
    { query: PREVIEW },
  ],
  defaultEditorToolsVisibility: 'variables',
  isHeadersEditorEnabled: true,
  shouldPersistHeaders: false,
  subscriptionsProtocol: 'SSE',
};
