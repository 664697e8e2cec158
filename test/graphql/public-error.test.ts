import { PothosSchemaError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import pino from 'pino';
import { expect, test } from 'vitest';
import { NotFoundError } from '../../src/errors.js';
import { publicError } from '../../src/graphql/errors.js';

const log = pino({ level: 'silent' });
const MASKED = 'Something went wrong here. Please quote request r1.';

test.each<[string, unknown, string]>([
  ['of ours are told', new NotFoundError('lead', 'x'), 'There is no lead with the id "x".'],
  ['of GraphQL are told', new GraphQLError('Allowed is ISO 8601.'), 'Allowed is ISO 8601.'],
  ['that nobody foresaw are masked', new TypeError('x is not a function'), MASKED],
  ['about how the schema was built are masked', new PothosSchemaError('no delegate'), MASKED],
])('errors %s', (_which, error, message) => {
  expect(publicError(error, 'r1', log).message).toBe(message);
  const originalError = error instanceof Error ? error : null;
  const located = new GraphQLError('anything', { originalError, path: ['lead'] });
  const told = publicError(located, 'r1', log);
  if (!(error instanceof GraphQLError) || message === MASKED) expect(told.message).toBe(message);
});
