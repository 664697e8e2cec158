import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Actor } from '../../../src/domain/actor.js';
import type { EventType } from '../../../src/domain/events.js';
import { eventBody } from '../../../src/features/webhooks/delivery-body.js';
import { newId } from '../../../src/platform/db/ids.js';
import { deliverySchema, eventSchema } from '../../../src/platform/events/event-schemas.js';
import { toldEvent } from '../../../src/platform/events/told-event.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { TEST_KEYS } from '../../support/cursors.js';

const keyRing = parseKeyRing(TEST_KEYS);
const reader: Actor = {
  id: newId(),
  role: 'ADMIN',
  name: 'Admin',
  email: 'admin@example.com',
  territory: null,
  scopes: null,
};
/** Fields that stand in no description are refused. */
const ajv = addFormats.default(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));

/** A row of the log, whether it has its position or not. */
interface StoredEvent {
  readonly type: string;
  readonly payload: unknown;
  readonly id: string;
  readonly version: number;
  readonly occurredAt: Date;
  readonly actorId: string | null;
  readonly leadId: string | null;
  readonly ownerId: string | null;
  readonly territory: string | null;
}

/** What an event, as a line of a file and as the body of a webhook, has that its JSON Schema has not, or the other way round. */
export function eventProblems(stored: StoredEvent): string[] {
  const type = stored.type as EventType;
  const payload = stored.payload as object as Parameters<typeof toldEvent>[0]['payload'];
  const event = { ...stored, type, payload, position: 1, epoch: 'epoch' };
  return [
    ...problems(eventSchema(type, 'REFUSED'), toldEvent(event, reader, keyRing), type),
    ...problems(
      deliverySchema(type, 'REFUSED'),
      JSON.parse(eventBody(event, reader, keyRing)),
      `webhook ${type}`,
    ),
  ];
}

const known = new Map<string, ReturnType<typeof ajv.compile>>();

function problems(schema: object, value: unknown, name: string): string[] {
  const validate = known.get(name) ?? ajv.compile(schema);
  known.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
