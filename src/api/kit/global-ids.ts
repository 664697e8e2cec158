import SchemaBuilder, {
  BasePlugin,
  type InputFieldsMapping,
  mapInputFields,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { FieldProblem } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { quote } from '../../platform/input/quote.js';
import { argumentCheck, eachOf, replaced } from './input-problems.js';

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

/**
 * Names the argument of an id that is malformed or of another type: the relay plugin reads ids one by one and does
 * not know it. This plugin comes after the relay plugin in the list, and so runs before it.
 */
export class GlobalIds<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    const places = mapInputFields<Types, Allowed>(field.args, this.buildCache, ({ extensions }) => {
      if (!extensions?.isRelayGlobalID) return null;
      const types = extensions.relayGlobalIDFor as { typename: string }[] | null | undefined;
      return types?.map(({ typename }) => typename) ?? [];
    });
    if (!places) return field;
    const argMappers = [
      ...(field.argMappers ?? []),
      argumentCheck((args, problems) => checked(args, places, [], problems)),
    ];
    return { ...field, argMappers } as PothosOutputFieldConfig<Types>;
  }
}

/** Stands in for a malformed id until the fault is reported. No row has it. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The given arguments, with a stand-in for each malformed id. */
function checked<Types extends SchemaTypes, Given extends object>(
  given: Given,
  places: Places<Types>,
  path: readonly string[],
  problems: FieldProblem[],
): Given {
  let right = given;
  for (const [name, place] of places) {
    const value: unknown = Reflect.get(given, name);
    // Paths are within the one input that mutations have.
    const here = name === 'input' ? path : [...path, name];
    const checkedOne = (one: unknown, at: readonly string[]): unknown => {
      if (place.kind === 'InputObject') {
        const { map } = place.fields;
        return map && typeof one === 'object' && one !== null
          ? checked(one, map, at, problems)
          : one;
      }
      if (typeof one !== 'string') return one;
      const found = problemOf(one, place.value, at);
      problems.push(...found);
      return found.length === 0 ? one : globalIdOf(place.value[0] ?? 'Nothing', NO_ID);
    };
    right = replaced(right, name, eachOf(value, place.isList, here, checkedOne));
  }
  return right;
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
