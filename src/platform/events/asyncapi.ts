import { EVENT_TYPES, type EventType } from '../../domain/events.js';
import type { JsonObject } from '../../domain/json.js';
import { AUDIENCES } from './audience.js';
import { deliverySchema, PING_SCHEMA } from './event-schemas.js';

const TEXT = `The events of Leadwarden as webhooks deliver them: signed as Standard Webhooks has it, at least once, in the order of the log
for each endpoint. Answer with a status of 2xx within the time limit. Types and fields are added over time: take those that you do not know.`;

/** docs/asyncapi.json (AsyncAPI 3.0), of the one table of event types. */
export function asyncApiDocument(): JsonObject {
  const names = [...EVENT_TYPES, 'PING'];
  const reference = (name: string) => ({ $ref: `#/components/messages/${name}` });
  return {
    asyncapi: '3.0.0',
    info: { title: 'Leadwarden events', version: '1.0.0', description: TEXT },
    defaultContentType: 'application/json',
    channels: {
      webhook: {
        address: null,
        title: 'Webhook',
        description: 'The address of an endpoint that was created with `createWebhook`.',
        messages: Object.fromEntries(names.map((name) => [name, reference(name)])),
      },
    },
    operations: {
      deliver: {
        action: 'send',
        channel: { $ref: '#/channels/webhook' },
        summary: 'Leadwarden posts each event that the user of the endpoint may see.',
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
        messages: names.map((name) => ({ $ref: `#/channels/webhook/messages/${name}` })),
      },
    },
    components: {
      messages: {
        ...Object.fromEntries(EVENT_TYPES.map((type) => [type, message(type)])),
        PING: { name: 'ping', headers: HEADERS, payload: PING_SCHEMA, summary: 'A test.' },
      },
    },
  };
}

const HEADERS: JsonObject = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: 'The same at each attempt.' },
    'webhook-timestamp': { type: 'string', description: 'Seconds since 1970, of the attempt.' },
    'webhook-signature': {
      type: 'string',
      description: '`v1,` and a signature; several by spaces.',
    },
  },
};

function message(type: EventType): JsonObject {
  return {
    name: type,
    summary: `Told to: ${AUDIENCES[type]}.`,
    headers: HEADERS,
    payload: deliverySchema(type),
  };
}
