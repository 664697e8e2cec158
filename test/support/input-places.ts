import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type InputLimit, inputLimitOf } from '../../src/api/kit/input-limits.js';
import { schema } from '../../src/api/schema.js';
import { globalId } from './api.js';

export type Place = GraphQLArgument | GraphQLInputField;

/** Every root field with a name for its operation. */
export interface RootField {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
}

export function rootFields(): RootField[] {
  return (
    [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
      ['subscription', schema.getSubscriptionType()],
    ] as const
  ).flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ operation, field })),
  );
}

export function fieldsOf({ type }: Place): readonly GraphQLInputField[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

/** What is sent in a place that is to be bad, or undefined where nothing bad can be. */
export type Spoil = (place: Place, limit: InputLimit | null) => unknown;

/**
 * Arguments for a field with a bad value in every place that can have one, the rest being as little as the schema
 * allows.
 */
export function spoiltArgs(
  field: GraphQLField<unknown, unknown>,
  spoil: Spoil,
): { args: Record<string, unknown>; paths: string[] } {
  const paths: string[] = [];
  const args = Object.fromEntries(
    field.args.flatMap((arg) => entryOf(arg, spoil, [], paths, []) ?? []),
  );
  return { args, paths };
}

function entryOf(
  place: Place,
  spoil: Spoil,
  path: readonly string[],
  paths: string[],
  within: readonly string[],
): [[string, unknown]] | null {
  const here = place.name === 'input' ? path : [...path, place.name];
  const bad = spoil(place, inputLimitOf(place));
  const isList = isListType(getNullableType(place.type));
  if (bad !== undefined) {
    const isEntry = isList && !Array.isArray(bad);
    paths.push([...here, ...(isEntry ? ['0'] : [])].join('.'));
    return [[place.name, isEntry ? [bad] : bad]];
  }
  const type = getNamedType(place.type);
  if (isInputObjectType(type) && !within.includes(type.name)) {
    const before = paths.length;
    const inner = Object.fromEntries(
      fieldsOf(place).flatMap(
        (field) =>
          entryOf(field, spoil, [...here, ...(isList ? ['0'] : [])], paths, [
            ...within,
            type.name,
          ]) ?? [],
      ),
    );
    if (paths.length === before && !isNonNullType(place.type)) return null;
    return [[place.name, isList ? [inner] : inner]];
  }
  return isNonNullType(place.type) ? [[place.name, plainValue(place.type)]] : null;
}

const PLAIN: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: globalId('Lead', '019297c5-0000-7000-8000-000000000000'),
  Int: 1,
  Boolean: true,
  DateTime: '2026-03-01T09:00:00Z',
  Cursor: 'x',
  Decimal: '1',
};

function plainValue(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [plainValue(nullable.ofType)];
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]?.name : PLAIN[named.name];
}

/** An operation that sends everything as variables and asks for next to nothing. */
export function operationFor({ operation, field }: RootField): string {
  const given = field.args;
  const variables = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const args = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const problems = '... on ValidationError { problems { path message } }';
  const selection =
    operation === 'mutation'
      ? `{ __typename ${problems} }`
      : isLeafType(getNamedType(field.type))
        ? ''
        : '{ __typename }';
  return `${operation} ${variables && `(${variables})`} { answer: ${field.name}${args && `(${args})`} ${selection} }`;
}
