import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getNamedType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { schema } from '../../../src/api/schema.js';

const FEATURES = resolve('src/features');

/** The schema of a verb: the file is named after it and exports `<verb>Input`. */
async function schemaOf(verb: string): Promise<z.ZodObject | null> {
  const name = `${verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const path = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith(`/${name}`),
  );
  if (path === undefined) return null;
  const exported = (await import(join(FEATURES, path)))[`${verb}Input`];
  return exported instanceof z.ZodObject ? exported : null;
}

/** Fields that reach the verb in another way than by its schema. */
const ELSEWHERE: Record<string, string> = {
  // A parameter of its own: the lists take the same filter.
  reassignLeads: 'filter',
  // Called `contactName` there.
  recordSampleFeedback: 'name',
  submitSampleFeedback: 'name',
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
  const input = field.args.find(({ name }) => name === 'input');
  const type = input && getNamedType(input.type);
  return { verb: field.name, fields: isInputObjectType(type) ? Object.keys(type.getFields()) : [] };
});

const schemas = new Map(
  await Promise.all(mutations.map(async ({ verb }) => [verb, await schemaOf(verb)] as const)),
);
const isParsed = ({ verb }: { verb: string }) => schemas.get(verb) !== null;

test.each(mutations.filter(isParsed))('$verb knows every field of its input', (mutation) => {
  const known = Object.keys(schemas.get(mutation.verb)?.shape ?? {});
  const elsewhere = ELSEWHERE[mutation.verb];
  const unknown = mutation.fields.filter((field) => !known.includes(field));
  // The envelope takes the key of verbs that create nothing.
  expect(unknown.filter((field) => field !== 'idempotencyKey')).toEqual(
    elsewhere === undefined ? [] : [elsewhere],
  );
});

test('a verb without a schema takes a few ids and codes, which the compiler follows', () => {
  const unparsed = mutations.filter((mutation) => !isParsed(mutation));
  const many = unparsed.filter(({ fields }) => fields.length > 3).map(({ verb }) => verb);
  // Those that parse a part of what they get.
  expect(many).toEqual(['exportDataSubject', 'importLeads', 'previewImport', 'runJob']);
});
