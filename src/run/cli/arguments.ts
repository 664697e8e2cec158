import { type Command, InvalidArgumentError } from 'commander';
import type { GraphQLScalarType } from 'graphql';
import { normalizeEmail } from '../../domain/matching/normal-forms.js';

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

/** By the rules of the API, which take a second to load. Ends the command if it is none. */
export async function instant(command: Command, text: string): Promise<Date> {
  const { schema } = await import('../../api/schema.js');
  const type = schema.getType('DateTime') as GraphQLScalarType<Date>;
  try {
    return type.parseValue(text);
  } catch {
    return command.error(
      `error: ${JSON.stringify(text)} is no instant. Allowed is ISO 8601 with offset, as 2026-03-01T00:00:00Z.`,
    );
  }
}
