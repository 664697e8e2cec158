import SchemaBuilder, {
  BasePlugin,
  type InputFieldsMapping,
  mapInputFields,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { type FieldProblem, ValidationError } from '../errors.js';
import { quote } from '../quote.js';

const NAME = 'globalIds';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      globalIds: GlobalIds<Types>;
    }
  }
}

interface GlobalId {
  readonly typename: string;
  readonly id: string;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Global ids are base64 of `Type:uuid`; null if the text is none. */
export function readGlobalId(text: string): GlobalId | null {
  const [typename, id, ...rest] = Buffer.from(text, 'base64').toString('utf8').split(':');
  return typename && id && rest.length === 0 && UUID.test(id) ? { typename, id } : null;
}

/** The types that an id may be of; none named is any. */
type Allowed = readonly string[];
type Places<Types extends SchemaTypes> = InputFieldsMapping<Types, Allowed>;
type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * Says of an id that is none, or is of another type, which argument it stands in: the relay plugin reads
 * ids one by one and does not know. It comes behind that one in the list, and so before it in the work.
 */
export class GlobalIds<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    const places = mapInputFields<Types, Allowed>(field.args, this.buildCache, ({ extensions }) => {
      if (!extensions?.isRelayGlobalID) return null;
      const types = extensions.relayGlobalIDFor as { typename: string }[] | null | undefined;
      return types?.map(({ typename }) => typename) ?? [];
    });
    if (!places) return field;
    const argMappers = [...(field.argMappers ?? []), (args: object) => checked(args, places)];
    return { ...field, argMappers } as PothosOutputFieldConfig<Types>;
  }

  /** As mutations tell what else is wrong with their input. */
  override wrapArgMappers(
    resolve: Resolver<Types>,
    { parentType }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    if (parentType !== 'Mutation') return resolve;
    return (root, args, ctx, info) => {
      try {
        return resolve(root, args, ctx, info);
      } catch (error) {
        if (error instanceof ValidationError) return { returned: error };
        throw error;
      }
    };
  }
}

function checked<Types extends SchemaTypes>(args: object, places: Places<Types>) {
  const problems = problemsIn(args, places, []);
  if (problems.length > 0) throw new ValidationError(problems);
  return args as Record<string, unknown>;
}

function problemsIn<Types extends SchemaTypes>(
  given: object,
  places: Places<Types>,
  path: readonly string[],
): FieldProblem[] {
  return [...places].flatMap(([name, place]) => {
    const value: unknown = Reflect.get(given, name);
    const values = place.isList && Array.isArray(value) ? value : [value];
    // Paths are within the one input that mutations have.
    const here = name === 'input' ? path : [...path, name];
    return values.flatMap((one: unknown, nth) => {
      const at = place.isList ? [...here, String(nth)] : here;
      if (place.kind === 'InputObject') {
        const { map } = place.fields;
        return map && typeof one === 'object' && one !== null ? problemsIn(one, map, at) : [];
      }
      return typeof one === 'string' ? problemOf(one, place.value, at) : [];
    });
  });
}

function problemOf(text: string, allowed: Allowed, at: readonly string[]): FieldProblem[] {
  const id = readGlobalId(text);
  const path = at.join('.');
  const quoted = quote(text);
  if (id === null) {
    return [{ path, message: `${quoted} is no global id; take one from an \`id\` field` }];
  }
  if (allowed.length === 0 || allowed.includes(id.typename)) return [];
  const message = `${quoted} is the id of a ${id.typename}, allowed is one of a ${allowed.join(' or ')}`;
  return [{ path, message }];
}

SchemaBuilder.registerPlugin(NAME, GlobalIds);
