import { PothosSchemaError } from '@pothos/core';
import { GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, graphql } from 'graphql';
import pino from 'pino';
import { expect, test } from 'vitest';
import { publicError } from '../../../src/api/kit/errors.js';
import { NotFoundError } from '../../../src/domain/errors.js';

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

test('a value that cannot be given out is a fault of the server, one that cannot be taken in is not', async () => {
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      number: {
        type: GraphQLInt,
        args: { given: { type: GraphQLInt } },
        resolve: () => 2 ** 40,
      },
    },
  });
  const errorsOf = async (source: string, variableValues: object = {}) => {
    const result = await graphql({
      schema: new GraphQLSchema({ query }),
      source,
      variableValues: { ...variableValues },
    });
    return result.errors?.map((error) => publicError(error, 'r1', log));
  };
  expect(await errorsOf('{ number }')).toMatchObject([
    { message: MASKED, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' } },
  ]);
  const withVariable = 'query ($n: Int) { number(given: $n) }';
  expect(await errorsOf(withVariable, { n: 'ten' })).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});
