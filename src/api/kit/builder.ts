import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../../platform/db/generated/pothos-types.js';
import { getDatamodel } from '../../platform/db/generated/pothos-types.js';
import type { GraphQLContext } from './context.js';
import { readGlobalId } from './global-ids.js';
import './input-limits.js';
import './loaded-columns.js';
import { readClient } from './read-client.js';

interface SchemaShape {
  PrismaTypes: PrismaTypes;
  Context: GraphQLContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Cursor: { Input: string; Output: string };
    Decimal: { Input: string; Output: string | { toString(): string } };
    Duration: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
    File: { Input: File; Output: never };
  };
}

/** The one builder. The files of each noun add their types to it when they are imported. */
export const builder = new SchemaBuilder<SchemaShape>({
  plugins: ['loadedColumns', PrismaPlugin, RelayPlugin, 'globalIds', 'inputLimits'],
  defaultFieldNullability: false,
  prisma: {
    client: (ctx) => readClient(ctx),
    dmmf: getDatamodel(),
    onUnusedQuery: null,
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID,
    nodeTypeOptions: { description: 'An object that can be fetched by its global id.' },
    nodeQueryOptions: {
      description:
        'The object with this global id; null if there is none or the actor may not see it.',
      args: { id: { description: 'A global id, as returned by any `id` field.' } },
    },
    nodesQueryOptions: {
      description:
        'The objects with these global ids, in the same order; null where there is none or the actor may not see it.',
      args: { ids: { description: 'Global ids, at most 100.' } },
    },
    pageInfoTypeOptions: { description: 'Position of a page in its connection.' },
    hasNextPageFieldOptions: { description: 'Whether more follows after `endCursor`.' },
    hasPreviousPageFieldOptions: {
      description: 'Whether more precedes `startCursor`; true when paging on from a cursor.',
    },
    startCursorFieldOptions: { description: 'Cursor of the first edge; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last edge; null on an empty page.' },
    idFieldOptions: { description: 'Global id.' },
    pageInfoFieldOptions: { description: 'Position of the page in the connection.' },
    edgesFieldOptions: {
      description: 'The page, in the order asked for.',
      nullable: { list: false, items: false },
    },
    nodeFieldOptions: { description: 'The object of the edge.', nullable: false },
    cursorFieldOptions: { description: 'Pass as `after` or `before` to page on from here.' },
  },
});

/** The parts of a global id that the global-ids plugin has checked. */
function decodeGlobalID(globalId: string): { typename: string; id: string } {
  const read = readGlobalId(globalId);
  if (read === null) throw new Error(`${JSON.stringify(globalId)} was not checked.`);
  return read;
}
