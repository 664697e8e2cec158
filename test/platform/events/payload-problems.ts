import type { EventType } from '../../../src/domain/events.js';
import { EVENT_PAYLOADS, type PayloadField } from '../../../src/platform/events/payloads.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isText = (value: unknown): value is string => typeof value === 'string';

const HOLDS: Record<PayloadField['holds'], (value: unknown) => boolean> = {
  id: (value) => isText(value) && UUID.test(value),
  code: isText,
  codes: (value) => Array.isArray(value) && value.every(isText),
  instant: (value) => isText(value) && new Date(value).toISOString() === value,
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
};

/** What a stored payload has that its description has not, or the other way round. */
export function payloadProblems(type: EventType, payload: object): string[] {
  const fields: Record<string, PayloadField> = EVENT_PAYLOADS[type];
  const undescribed = Object.keys(payload).filter((name) => !(name in fields));
  const wrong = Object.entries(fields).filter(([name, { holds, optional }]) => {
    const value: unknown = Reflect.get(payload, name);
    return value === undefined || value === null ? !optional : !HOLDS[holds](value);
  });
  return [
    ...undescribed.map((name) => `${type}.${name} is not described`),
    ...wrong.map(([name, { holds }]) => `${type}.${name} is no ${holds}`),
  ];
}
