import SchemaBuilder, {
  BasePlugin,
  encodeBase64,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

const NAME = 'loadedColumns';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      loadedColumns: LoadedColumns<Types>;
    }
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * A field that is made from columns of its own row needs only those. The Prisma plugin determines for each field of
 * each row which columns were planned to be loaded, which is most of the work of a page. If the columns are loaded
 * already, this plugin skips that. It comes before the other plugins.
 */
export class LoadedColumns<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    next: Resolver<Types>,
    field: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    if (this.isGlobalID(field)) return globalIDOf(field.parentType, next);
    const columns = columnsOf(field);
    const own = field.resolve as Resolver<Types> | undefined;
    if (columns === null || own === undefined) return next;
    const [only, ...more] = columns;
    if (only !== undefined && more.length === 0) {
      return (row, args, ctx, info) =>
        (row as Row)[only] === undefined ? next(row, args, ctx, info) : own(row, args, ctx, info);
    }
    return (row, args, ctx, info) => {
      for (const column of columns) {
        if ((row as Row)[column] === undefined) return next(row, args, ctx, info);
      }
      return own(row, args, ctx, info);
    };
  }

  private isGlobalID(field: PothosOutputFieldConfig<Types>): boolean {
    if (field.kind !== 'PrismaObject' && field.kind !== 'Object') return false;
    const parent = this.buildCache.getTypeConfig(field.parentType);
    if (field.name !== 'id' || parent.kind !== 'Object' || !parent.extensions?.pothosPrismaModel) {
      return false;
    }
    return parent.interfaces.some(
      (implemented) => this.buildCache.getTypeConfig(implemented).name === 'Node',
    );
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Relay's own resolver makes a promise for each id, and so a promise of each row. */
function globalIDOf<Types extends SchemaTypes>(
  typeName: string,
  next: Resolver<Types>,
): Resolver<Types> {
  return (row, args, ctx, info) => {
    const { id } = row as Row;
    return typeof id === 'string' ? encodeBase64(`${typeName}:${id}`) : next(row, args, ctx, info);
  };
}

/** The columns of a selection that is the same for every request and reads no relation. */
function columnsOf<Types extends SchemaTypes>({
  kind,
  extensions,
}: PothosOutputFieldConfig<Types>): readonly string[] | null {
  const select: unknown = extensions?.pothosPrismaSelect;
  if (kind !== 'PrismaObject' || typeof select !== 'object' || select === null) return null;
  const columns = Object.entries(select);
  return columns.every(([, wanted]) => wanted === true) ? columns.map(([name]) => name) : null;
}

SchemaBuilder.registerPlugin(NAME, LoadedColumns);
