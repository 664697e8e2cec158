import { readFile } from 'node:fs/promises';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { generateOperations, OPERATIONS_FILE } from '../../../codegen.js';
import { schemaText } from '../../../src/api/print-schema.js';
import { schema } from '../../../src/api/schema.js';

test('schema.graphql is what the code says; `npm run schema` writes it', async () => {
  expect(await readFile('schema.graphql', 'utf8')).toBe(schemaText());
});

test('the typed documents are what the operations say; `npm run codegen` writes them', async () => {
  expect(await readFile(OPERATIONS_FILE, 'utf8')).toBe(await generateOperations());
});

test('every type, field, argument and enum value has a description', () => {
  const bare: string[] = [];
  const check = (path: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) bare.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
      }
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    }
  }
  expect(bare).toEqual([]);
});

test('every mutation takes one input with an idempotency key, can be tried, and returns a payload or one of the typed errors', () => {
  const odd: string[] = [];
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const title = field.name.charAt(0).toUpperCase() + field.name.slice(1);
    const args = field.args.map((arg) => `${arg.name}: ${arg.type}`).join();
    const input = schema.getType(`${title}Input`);
    const isKeyed = isInputObjectType(input) && 'idempotencyKey' in input.getFields();
    const signature = `${args}: ${field.type}`;
    if (!isKeyed || signature !== `dryRun: Boolean,input: ${title}Input!: ${title}Result!`) {
      odd.push(field.name);
    }
  }
  expect(odd).toEqual([]);
});
