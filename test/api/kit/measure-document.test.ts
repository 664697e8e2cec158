import { getIntrospectionQuery, isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { measureDocument, type OperationMeasure } from '../../../src/api/kit/measure-document.js';
import { schema } from '../../../src/api/schema.js';
import { parseConfig } from '../../../src/run/config.js';

const { query: limits } = parseConfig({}).limits;

function measure(document: string, variables: Record<string, unknown> = {}) {
  const [operation] = measureDocument(schema, parse(document));
  const { name: _, cost, ...counts } = operation as OperationMeasure;
  return { ...counts, cost: cost(variables) };
}

const LEADS =
  'query ($n: Int = 7, $m: Int) { leads(first: $n, last: $m) { edges { node { id } } } }';

describe('the cost', () => {
  test.each<[string, string, Record<string, unknown>, number]>([
    ['fields without fields of their own are free', '{ __typename }', {}, 0],
    ['a thing counts once', '{ me { id name } }', {}, 1],
    ['a page counts by first', '{ leads(first: 10) { edges { node { id } } } }', {}, 11],
    ['or by last', '{ leads(last: 3) { edges { node { id } } } }', {}, 4],
    ['or as the page one gets', '{ leads { edges { node { id } } } }', {}, 26],
    ['first of nothing is nothing', '{ leads(first: 0) { edges { node { id } } } }', {}, 1],
    ['variables count as sent', LEADS, { n: 5 }, 6],
    ['or by their default', LEADS, {}, 8],
    ['null is as if left out', LEADS, { n: null, m: null }, 26],
    ['what is no number as well', LEADS, { n: 'all' }, 26],
    [
      'pages in pages multiply',
      '{ leads(first: 10) { edges { node { holds(first: 5) { edges { node { id } } } } } } }',
      {},
      1 + 10 * (1 + 1 + 5),
    ],
    [
      'plain lists are taken to be short',
      '{ leads(first: 1) { edges { node { contacts { name } } } } }',
      {},
      12,
    ],
    ['nodes count by their ids', '{ nodes(ids: ["a", "b"]) { id } }', {}, 2],
    ['also in a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a'] }, 1],
    [
      'a write counts as a hundred reads',
      'mutation { a: endHold(input: { holdId: "x" }) { __typename } }',
      {},
      100,
    ],
    [
      'fragments count where they are spread',
      '{ a: me { ...F } b: me { ...F } } fragment F on User { id leads: __typename }',
      {},
      2,
    ],
  ])('%s', (_rule, document, variables, cost) => {
    expect(measure(document, variables).cost).toBe(cost);
  });

  test('a page of a hundred leads with all their lists is allowed', () => {
    const lead = schema.getType('Lead');
    if (!isObjectType(lead)) throw new Error('There is no Lead.');
    const lists = Object.values(lead.getFields()).filter(({ args }) =>
      args.some(({ name }) => name === 'first'),
    );
    expect(lists.length).toBeGreaterThan(4);
    const selection = lists.map(({ name }) => `${name} { edges { node { id } } }`).join(' ');
    const document = `{ leads(first: 100) { edges { node {
      owner { name } protection { state } contacts { name } former: ownerships { owner { name } } ${selection}
    } } } }`;
    const measured = measure(document);
    expect(measured.cost).toBeGreaterThan(10_000);
    expect(measured.cost).toBeLessThan(limits.cost);
  });
});

describe('the counts', () => {
  test('aliases, directives and depth are counted through fragments', () => {
    const document = `query Q @a { x: me { ...F @b ... on User @c { y: name @d } } }
      fragment F on User @e { z: name { deeper { still } } }`;
    expect(measure(document)).toEqual({
      depth: 4,
      aliases: 3,
      directives: 5,
      guesses: 0,
      cost: 2,
    });
  });

  test('what a playground asks of the schema is within all limits', () => {
    const { depth, aliases, cost } = measure(getIntrospectionQuery({ descriptions: true }));
    expect(depth).toBeLessThan(limits.depth);
    expect(aliases).toBe(0);
    expect(cost).toBeLessThan(limits.cost);
  });

  test('tries with a secret are counted, however they are packed', () => {
    const submit = (alias: string) => `${alias}: submitSampleFeedback(input: {}) { __typename }`;
    const document = `mutation { ${submit('a')} ...F ...F } fragment F on Mutation { ${submit('b')} }`;
    expect(measure(document).guesses).toBe(3);
  });

  test('a fragment that spreads itself comes to an end', () => {
    const { depth } = measure(
      '{ me { ...A } } fragment A on User { id ...B } fragment B on User { ...A }',
    );
    expect(depth).toBe(2);
  });

  test('fragments that double each other take no longer than they are written', () => {
    const page = 'leads(first: $n) { edges { node { id } } }';
    const doubling = Array.from(
      { length: 400 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    );
    const document = `query ($n: Int) { ...F0 } ${doubling.join(' ')} fragment F400 on Query { ${page} }`;
    expect(measure(document, { n: 1 }).cost).toBe(2 ** 401);
    expect(measure(document, { n: 1 }).depth).toBe(4);
  });
});
