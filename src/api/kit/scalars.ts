import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql';
import { DAY_MS } from '../../domain/days.js';
import { quote } from '../../platform/input/quote.js';
import { builder } from './builder.js';

const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const DECIMAL = /^-?\d{1,12}(?:\.\d{1,2})?$/;
const DURATION =
  /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,3}))?S)?)?$/;
/** Dates counted from any accepted instant, by months or holds, stay within the years that the database knows. */
const EARLIEST = new Date('1900-01-01T00:00:00Z');
const BEYOND = new Date('3000-01-01T00:00:00Z');
builder.scalarType('DateTime', {
  description:
    'An instant as ISO 8601 with an offset, such as `2026-03-01T09:00:00Z` or `2026-03-01T10:00:00+01:00`. Accepted are the years 1900 to 2999. Returned in UTC.',
  serialize: (value) => value.toISOString(),
  parseValue: parseInstant,
});

builder.scalarType('Cursor', {
  description: 'An opaque position in the event log, as returned by an event or a page.',
  serialize: (value) => value,
  parseValue: (value) => expectText(value, 'Cursor'),
});

builder.scalarType('Decimal', {
  description: 'A decimal number as text, exact to two places, such as `"1250.50"`.',
  serialize: (value) => value.toString(),
  parseValue: (value) => {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && DECIMAL.test(text)) return text;
    throw refused('Decimal', value, 'at most 12 digits and two decimal places, as "1250.50"');
  },
});

builder.scalarType('Duration', {
  description: 'A length of time as ISO 8601, a day being 24 hours, such as `P12DT3H`.',
  serialize: formatDuration,
  parseValue: parseDuration,
});

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});

builder.scalarType('File', {
  description: 'A file, sent as a part of a multipart request.',
  serialize: () => {
    throw new GraphQLError('A file is only ever sent to the server.');
  },
  parseValue: (value) => {
    if (value instanceof File || isFile(value)) return value;
    throw new GraphQLError('Send the file as a part of a multipart request.');
  },
});

function parseInstant(value: unknown): Date {
  const allowed = 'ISO 8601 with an offset, as "2026-03-01T09:00:00Z"';
  if (typeof value !== 'string' || !INSTANT.test(value)) throw refused('DateTime', value, allowed);
  const at = new Date(value);
  // Date takes 31 February for 3 March.
  const day = Number(value.slice(8, 10));
  const lastDay = new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)), 0));
  if (Number.isNaN(at.getTime()) || day > lastDay.getUTCDate()) {
    throw refused('DateTime', value, 'an instant that exists');
  }
  if (at < EARLIEST || at >= BEYOND) {
    throw refused('DateTime', value, 'an instant in the years 1900 to 2999, by UTC');
  }
  return at;
}

/** Milliseconds as days, hours, minutes and seconds. */
export function formatDuration(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  if (days === 0 && time === '') return 'PT0S';
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

function parseDuration(value: unknown): number {
  const parts = typeof value === 'string' ? DURATION.exec(value) : null;
  if (!parts || value === 'P' || String(value).endsWith('T')) {
    throw refused('Duration', value, 'days, hours, minutes and seconds, as "P1DT12H"');
  }
  const [days, hours, minutes, seconds] = parts.slice(1, 5).map((part) => Number(part ?? 0));
  const fraction = Number((parts[5] ?? '').padEnd(3, '0'));
  return (
    (days ?? 0) * DAY_MS +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1000 +
    fraction
  );
}

function expectText(value: unknown, scalar: string): string {
  if (typeof value === 'string') return value;
  throw refused(scalar, value, 'text');
}

/** Yoga brings its own File class, which is not always the global one. */
function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value;
}

function refused(scalar: string, value: unknown, allowed: string): GraphQLError {
  return new GraphQLError(`${quote(value)} is no ${scalar}; allowed is ${allowed}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
