import { print } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { ApiUser } from '../../support/api.js';
import {
  EndHoldDocument,
  EventsDocument,
  type EventsSubscription,
  type EventsSubscriptionVariables,
  LeadPageDocument,
  LogActivityDocument,
  RegisterLeadDocument,
  StartHoldDocument,
} from '../../support/generated/operations.js';
import { readSse } from '../../support/sse.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

test('a client with typed documents follows what it does to a lead', async () => {
  const { registerLead } = await api.query(anna, RegisterLeadDocument, {
    input: { companyName: 'Hotel Adler', city: 'Ulm' },
  });
  if (registerLead.__typename !== 'RegisterLeadPayload') throw new Error(registerLead.__typename);
  const leadId = registerLead.lead.id;

  const variables: EventsSubscriptionVariables = {
    leadId,
    types: ['ACTIVITY_LOGGED', 'HOLD_STARTED', 'HOLD_ENDED'],
  };
  const query = print(EventsDocument);
  const flow = await readSse(`${api.app.url}/graphql`, anna.token, { query, variables });
  try {
    api.clock.advance({ hours: 1 });
    const { logActivity } = await api.query(anna, LogActivityDocument, {
      input: { leadId, kind: 'MEETING' },
    });
    expect(logActivity).toMatchObject({ activity: { kind: 'MEETING' } });

    const { startHold } = await api.query(anna, StartHoldDocument, {
      input: { leadId, reason: 'SUPPLY_ISSUE' },
    });
    if (startHold.__typename !== 'StartHoldPayload') throw new Error(startHold.__typename);
    expect(startHold.hold.lead.protection).toMatchObject({ state: 'ON_HOLD', onHold: true });

    api.clock.advance({ days: 2 });
    const { endHold } = await api.query(anna, EndHoldDocument, {
      input: { holdId: startHold.hold.id },
    });
    expect(endHold).toEqual({
      __typename: 'EndHoldPayload',
      hold: {
        id: startHold.hold.id,
        running: false,
        endAt: api.clock.now().toISOString(),
        lead: { protection: { state: 'PROTECTED', onHold: false } },
      },
    });

    for (const type of variables.types ?? []) {
      const { data } = (await flow.next()) as { data: EventsSubscription };
      expect(data.events).toMatchObject({ type, lead: { companyName: 'Hotel Adler' } });
    }
  } finally {
    flow.close();
  }
});

test('a page of leads is typed down to its nodes', async () => {
  const { leads } = await api.query(anna, LeadPageDocument, { first: 10 });
  expect(leads.edges.map(({ node }) => node.companyName)).toEqual(['Hotel Adler']);
  expect(leads.pageInfo.hasNextPage).toBe(false);
});
