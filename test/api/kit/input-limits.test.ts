import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputLimitOf } from '../../../src/api/kit/input-limits.js';
import { measureDocument } from '../../../src/api/kit/measure-document.js';
import { TEXT_LENGTHS } from '../../../src/api/kit/text-lengths.js';
import { schema } from '../../../src/api/schema.js';
import { type ApiUser, openTestApi, type TestApi } from '../../support/api.js';
import { operationFor, type Place, rootFields, spoiltArgs } from '../../support/input-places.js';

/** Every argument and every field of an input, with where it stands. */
function places(): [string, Place][] {
  return Object.values(schema.getTypeMap()).flatMap((type): [string, Place][] => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
    }
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.map((arg): [string, Place] => [`${type.name}.${field.name}(${arg.name})`, arg]),
    );
  });
}

/** What is as large as its form, and no larger. */
const BOUNDED = ['Int', 'Float', 'Boolean', 'DateTime', 'Decimal', 'Duration', 'File'];

describe('the schema', () => {
  test('takes no text and no list without a limit', () => {
    const unbounded = places().filter(([, place]) => {
      const limit = inputLimitOf(place);
      const { name } = getNamedType(place.type);
      const isScalar =
        'parseValue' in getNamedType(place.type) && !('getValues' in getNamedType(place.type));
      const isText = isScalar && !BOUNDED.includes(name);
      const isList = isListType(getNullableType(place.type));
      return (isText && limit?.maxLength == null) || (isList && limit?.maxItems == null);
    });
    expect(unbounded.map(([where]) => where)).toEqual([]);
    expect(places().length).toBeGreaterThan(200);
  });

  test('has no lists of lists, and no inputs within themselves', () => {
    const nested = places().filter(([, { type }]) => {
      const list = getNullableType(type);
      return isListType(list) && isListType(getNullableType(list.ofType));
    });
    expect(nested).toEqual([]);
    const reached = (type: unknown, within: readonly unknown[]): boolean =>
      isInputObjectType(type) &&
      (within.includes(type) ||
        Object.values(type.getFields()).some((field) =>
          reached(getNamedType(field.type), [...within, type]),
        ));
    expect(places().filter(([, { type }]) => reached(getNamedType(type), []))).toEqual([]);
  });

  test('tells the limits that differ from the usual ones', () => {
    const untold = places().filter(([, place]) => {
      const { maxLength } = inputLimitOf(place) ?? {};
      const declared = TEXT_LENGTHS[place.name];
      return (
        maxLength != null &&
        declared !== undefined &&
        !place.description?.includes(`${maxLength.toLocaleString('en')} characters`)
      );
    });
    expect(untold.map(([where]) => where)).toEqual([]);
  });
});

describe('a long input', () => {
  let api: TestApi;
  let anna: ApiUser;
  let admin: ApiUser;
  beforeAll(async () => {
    api = await openTestApi();
    anna = await api.user('REP', { name: 'Anna' });
    admin = await api.user('ADMIN', { name: 'Eva' });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  test('of the length that the schema tells is none that a verb finds too long', async () => {
    const tooLong: string[] = [];
    for (const root of rootFields().filter(({ operation }) => operation === 'mutation')) {
      // A file comes another way.
      if (['importLeads', 'previewImport'].includes(root.field.name)) continue;
      const { args, paths } = spoiltArgs(root.field, (_place, limit) =>
        limit?.maxLength != null && getNamedType(_place.type).name === 'String'
          ? 'x'.repeat(limit.maxLength)
          : undefined,
      );
      if (paths.length === 0) continue;
      const { data } = await api.execute<
        { answer: { problems?: { path: string; message: string }[] } },
        object
      >(admin, operationFor(root), args);
      for (const { path, message } of data?.answer.problems ?? []) {
        if (/too long/.test(message)) tooLong.push(`${root.field.name} ${path}: ${message}`);
      }
    }
    expect(tooLong).toEqual([]);
  });

  const SEARCH = 'query ($s: String) { leads(filter: { search: $s }) { edges { cursor } } }';

  test.each([
    [
      '5,000 words',
      Array.from({ length: 5_000 }, (_, n) => `w${n}`).join(' '),
      'filter.search: is too long, allowed are up to 254 characters',
    ],
    [
      'an address of 20,000 letters',
      `a@${String.fromCharCode(...Array.from({ length: 20_000 }, (_, n) => 0x4e00 + n))}`,
      'filter.search: is too long, allowed are up to 254 characters',
    ],
    ['11 words', 'a b c d e f g h i j k', 'filter.search: has 11 words, allowed are up to 10'],
    [
      '11 words in one',
      'a-b-c-d-e-f-g-h-i-j-k',
      'filter.search: has 11 words, allowed are up to 10',
    ],
  ])('is refused by name: %s', async (_what, s, message) => {
    const { errors } = await api.execute(anna, SEARCH, { s });
    expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION' } }]);
    expect(errors?.[0]?.message).toBe(message);
  });

  test('is refused as a literal as well', async () => {
    const query = `{ leads(filter: { city: "${'x'.repeat(101)}" }) { edges { cursor } } }`;
    const { errors } = await api.execute(anna, query);
    expect(errors?.[0]?.message).toBe('filter.city: is too long, allowed are up to 100 characters');
  });

  test('lists have their limits, enums included', async () => {
    const types = 'query ($t: [EventType!]) { eventLog(types: $t) { edges { cursor } } }';
    const { errors } = await api.execute(anna, types, {
      t: Array(50_000).fill('LEAD_REGISTERED'),
    });
    expect(errors?.[0]?.message).toBe('types: has 50000 entries, allowed are up to 100');
    const byType =
      'query ($b: [String!]) { leads(filter: { businessType: $b }) { edges { cursor } } }';
    const leads = await api.execute(anna, byType, { b: Array(40_000).fill('HOTEL') });
    expect(leads.errors?.[0]?.message).toBe(
      'filter.businessType: has 40000 entries, allowed are up to 100',
    );
  });

  test('in a mutation is told as all that is wrong with its input', async () => {
    const mutation = `mutation ($input: RegisterLeadInput!) {
      registerLead(input: $input) { ... on ValidationError { problems { path message } } }
    }`;
    const contacts = [{ name: 'x'.repeat(201) }];
    const input = {
      companyName: 'x'.repeat(201),
      city: 'Ulm',
      tags: Array(51).fill('a'),
      contacts,
    };
    const { data } = await api.execute<object, object>(anna, mutation, { input });
    expect(data).toEqual({
      registerLead: {
        problems: expect.arrayContaining([
          { path: 'companyName', message: 'is too long, allowed are up to 200 characters' },
          { path: 'tags', message: 'has 51 entries, allowed are up to 50' },
          { path: 'contacts.0.name', message: 'is too long, allowed are up to 200 characters' },
        ]),
      },
    });
  });

  test('is not shown again at full length', async () => {
    const { errors } = await api.execute(
      anna,
      'query ($n: Int, $d: DateTime) { leads(first: $n, filter: { expiresFrom: $d }) { edges { cursor } } }',
      { n: 'x'.repeat(100_000), d: 'y'.repeat(100_000) },
    );
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors).length).toBeLessThan(5_000);
  });
});

describe('cost', () => {
  const costOf = (query: string, variables: Record<string, unknown> = {}) =>
    measureDocument(schema, parse(query))[0]?.cost(variables);
  const leads =
    'query ($s: String, $b: [String!]) { leads(filter: { search: $s, businessType: $b }) { edges { cursor } } }';
  const none = costOf(leads) ?? Number.NaN;

  test('grows with the words that are searched for, sent in whichever way', () => {
    expect(costOf(leads, { s: 'hotel adler bonn' })).toBe(none + 30);
    expect(costOf('{ leads(filter: { search: "hotel adler" }) { edges { cursor } } }')).toBe(
      none + 20,
    );
    const filter = 'query ($f: LeadFilter) { leads(filter: $f) { edges { cursor } } }';
    expect(costOf(filter, { f: { search: 'hotel adler bonn' } })).toBe(none + 30);
  });

  test('grows with the entries of lists and the letters of texts', () => {
    expect(costOf(leads, { b: Array(100).fill('HOTEL') })).toBe(none + 10);
    expect(costOf(leads, { b: Array(5).fill('HOTEL') })).toBe(none);
    const note = 'mutation ($i: LogActivityInput!) { logActivity(input: $i) { __typename } }';
    expect(costOf(note, { i: { note: 'x'.repeat(10_000) } })).toBe((costOf(note) ?? 0) + 10);
  });

  test('is told of hostile shapes without going astray', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(costOf(leads, { s: deep, b: deep })).toBe(none);
    expect(costOf(leads, { s: { toString: 1 }, b: { length: 1e9 } })).toBe(none);
  });
});
