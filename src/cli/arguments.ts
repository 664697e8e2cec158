import { InvalidArgumentError } from 'commander';
import type { GraphQLScalarType } from 'graphql';
import { normalizeEmail } from '../domain/matching.js';
import { schema } from '../graphql/schema.js';

export function email(text: string): string {
  const address = normalizeEmail(text);
  if (address !== null) return address;
  throw new InvalidArgumentError('Allowed is an e-mail address, as anna@example.com.');
}

export function emails(text: string, before: string[] = []): string[] {
  return [...before, email(text)];
}

export function days(text: string): number {
  const number = Number(text);
  if (number > 0 && number <= 3650) return number;
  throw new InvalidArgumentError('Allowed is a number above 0, up to 3650.');
}

/** By the rules of the API. */
export function instant(text: string): Date {
  const type = schema.getType('DateTime') as GraphQLScalarType<Date>;
  try {
    return type.parseValue(text);
  } catch {
    throw new InvalidArgumentError('Allowed is ISO 8601 with offset, as 2026-03-01T00:00:00Z.');
  }
}
