import type { EventPayload, EventType } from '../domain/events.js';
import { ValidationError } from '../errors.js';
import { builder } from '../graphql/builder.js';
import { nestedConnection, nestedPage, pageArgs } from '../graphql/keyset-connection.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type SortKey } from '../graphql/keyset-page.js';
import { LeadType } from '../leads/graphql.js';
import { ACCESS_COLUMNS, seesFacts } from '../leads/lead-access.js';
import { DomainEventType, EventTypeType } from './graphql.js';
import { visibleEvents } from './may-see.js';
import { readLog } from './read-log.js';

const EventConnection = builder.connectionObject(
  { type: DomainEventType, name: 'EventConnection', description: 'A page of events.' },
  { name: 'EventEdge', description: 'An event in a page.' },
);

builder.queryField('eventLog', (t) =>
  t.field({
    type: EventConnection,
    description:
      'The log of what happened, the oldest first, as far as the actor may see it. Its `endCursor` moves on although nothing matched, and a subscription can continue from it.',
    args: {
      after: t.arg({
        type: 'Cursor',
        description: 'Only what follows; from the start if left out.',
      }),
      first: t.arg.int({ description: 'How many: 0 to 100. 25 if nothing is said.' }),
      types: t.arg({ type: [EventTypeType], description: 'Any of these.' }),
      leadId: t.arg.globalID({ for: LeadType, description: 'About this lead.' }),
    },
    resolve: async (_root, { after, first, types, leadId }, { reads, actor }) => {
      const query = {
        after: after ?? null,
        first: sizeOf(first),
        types: types ?? null,
        leadId: leadId?.id ?? null,
        actor,
      };
      const page = await reads.read((tx) => readLog(tx, query));
      return {
        edges: page.events.map((node) => ({ cursor: node.cursor, node })),
        pageInfo: {
          hasNextPage: page.hasNextPage,
          hasPreviousPage: after != null,
          startCursor: page.events[0]?.cursor ?? null,
          endCursor: page.endCursor,
        },
      };
    },
  }),
);

function sizeOf(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new ValidationError([
    { path: 'first', message: `${size} is given, allowed is 0 to ${MAX_PAGE_SIZE}` },
  ]);
}

const LATEST_FIRST = {
  column: 'seq',
  kind: 'number',
  direction: 'desc',
} as const satisfies SortKey;

const EVENT_COLUMNS = {
  id: true,
  seq: true,
  position: true,
  type: true,
  version: true,
  occurredAt: true,
  actorId: true,
  leadId: true,
  ownerId: true,
  territory: true,
  payload: true,
} as const;

builder.prismaObjectField(LeadType, 'history', (t) =>
  t.field({
    type: EventConnection,
    description: 'What happened to the lead, the latest first, as far as the actor may see it.',
    args: pageArgs,
    select: (args, { actor }) => ({
      ...ACCESS_COLUMNS,
      events: {
        ...nestedPage(args, LATEST_FIRST, {
          AND: [visibleEvents(actor), { position: { not: null } }],
        }),
        select: EVENT_COLUMNS,
      },
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(
        args,
        LATEST_FIRST,
        seesFacts(actor, lead)
          ? lead.events.map((row) => ({
              ...row,
              position: Number(row.position),
              type: row.type as EventType,
              payload: row.payload as EventPayload,
            }))
          : [],
      ),
  }),
);
