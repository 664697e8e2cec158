import { EVENT_TYPES, type EventType } from '../../domain/events.js';
import type { JsonObject } from '../../domain/json.js';
import { EVENT_PAYLOADS, type PayloadField } from './payloads.js';

/** Whether readers are to take fields that they do not know: they are added over time. */
type Further = 'ALLOWED' | 'REFUSED';

const INSTANT = { type: 'string', format: 'date-time' } as const;
const ID = { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$' } as const;

/** JSON Schema (draft 7) of an event as webhooks and files carry it, with its payload by its type. */
export function eventSchema(type: EventType, further: Further = 'ALLOWED'): JsonObject {
  return object(
    {
      id: {
        type: 'string',
        format: 'uuid',
        description: 'Id of the event: two with one are the same.',
      },
      cursor: { type: 'string', description: 'Where the log continues after it, for this reader.' },
      type: { const: type },
      version: { type: 'integer', minimum: 1, description: 'Version of the shape of the payload.' },
      occurredAt: { ...INSTANT, description: 'When it happened, in UTC.' },
      actorId: nullable({
        ...ID,
        description:
          'Global id of the User who caused it; null for the system, and for wallboards.',
      }),
      leadId: nullable({ ...ID, description: 'Global id of the Lead; null if it is about none.' }),
      payload: payloadSchema(EVENT_PAYLOADS[type], further),
    },
    { further },
  );
}

/** JSON Schema of the body of a webhook. */
export function deliverySchema(type: EventType, further: Further = 'ALLOWED'): JsonObject {
  return object(
    {
      type: { const: type },
      timestamp: { ...INSTANT, description: 'When the event happened, in UTC.' },
      data: eventSchema(type, further),
    },
    { further },
  );
}

/** JSON Schema of the body of a test (`testWebhook`). */
export const PING_SCHEMA: JsonObject = object(
  {
    type: { const: 'ping' },
    timestamp: { ...INSTANT, description: 'When it was asked for, in UTC.' },
    data: object({ id: { ...ID, description: 'Global id of the WebhookDelivery.' } }, {}),
  },
  {},
);

/** docs/events.schema.json: any event, told apart by its type. */
export function eventsDocument(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Leadwarden event',
    description: 'An event as a line of /exports/events.jsonl and as the `data` of a webhook.',
    oneOf: EVENT_TYPES.map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions: Object.fromEntries(EVENT_TYPES.map((type) => [type, eventSchema(type)])),
  };
}

function payloadSchema(
  fields: Readonly<Record<string, PayloadField>>,
  further: Further,
): JsonObject {
  const properties = Object.entries(fields).map(([name, field]): [string, JsonObject] => [
    name,
    field.optional ? nullable(fieldSchema(field, further)) : fieldSchema(field, further),
  ]);
  const optional = Object.keys(fields).filter((name) => fields[name]?.optional);
  return object(Object.fromEntries(properties), { further, optional });
}

function fieldSchema({ holds, of, says, fields }: PayloadField, further: Further): JsonObject {
  switch (holds) {
    case 'id':
      return { ...ID, description: `Global id of ${of}: ${says}.` };
    case 'instant':
      return { ...INSTANT, description: `${says}.` };
    case 'code':
      return { type: 'string', description: `${says}.` };
    case 'codes':
      return { type: 'array', items: { type: 'string' }, description: `${says}.` };
    case 'number':
      return { type: 'number', description: `${says}.` };
    case 'flag':
      return { type: 'boolean', description: `${says}.` };
    case 'object':
      return { ...payloadSchema(fields ?? {}, further), description: `${says}.` };
  }
}

/** The same, or null. */
function nullable(schema: JsonObject): JsonObject {
  return { ...schema, type: [schema.type ?? 'string', 'null'] };
}

function object(
  properties: Readonly<Record<string, JsonObject>>,
  { further = 'ALLOWED', optional = [] }: { further?: Further; optional?: readonly string[] },
): JsonObject {
  return {
    type: 'object',
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties: { ...properties },
    ...(further === 'REFUSED' ? { additionalProperties: false } : {}),
  };
}
