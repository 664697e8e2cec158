// Writes typed documents for the operations in test/**/*.graphql, so that tests (and later the
// dashboard) notice when the schema no longer gives what they ask for.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

export const OPERATIONS_FILE = 'test/support/generated/operations.ts';

const scalars = {
  Cursor: 'string',
  DateTime: 'string',
  Decimal: { input: 'string | number', output: 'string' },
  Duration: 'string',
  File: 'File',
  JSON: 'unknown',
};

/** The text of the generated module. */
export async function generateOperations(): Promise<string> {
  const schemaAst = buildSchema(await readFile('schema.graphql', 'utf8'));
  const found = await readdir('test', { recursive: true });
  const files = found.filter((file) => file.endsWith('.graphql')).sort();
  const documents = await Promise.all(
    files.map(async (file) => {
      const location = join('test', file);
      return { location, document: parse(await readFile(location, 'utf8')) };
    }),
  );
  const text = await codegen({
    filename: OPERATIONS_FILE,
    schema: parse(await readFile('schema.graphql', 'utf8')),
    schemaAst,
    documents,
    config: { scalars, strictScalars: true, enumsAsTypes: true, useTypeImports: true },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescript, typescriptOperations, typedDocumentNode },
  });
  return `// Written by \`npm run codegen\`; do not edit.\n${text}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await mkdir(dirname(OPERATIONS_FILE), { recursive: true });
  await writeFile(OPERATIONS_FILE, await generateOperations());
}
