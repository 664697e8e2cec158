import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.js';

/** The schema as text, sorted, so that a diff shows what changed and nothing else. */
export function schemaText(of: GraphQLSchema = schema): string {
  return `${printSchema(lexicographicSortSchema(of))}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('schema.graphql', schemaText());
}
