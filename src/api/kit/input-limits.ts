import SchemaBuilder, {
  BasePlugin,
  type InputFieldsMapping,
  mapInputFields,
  type PothosInputFieldConfig,
  type PothosInputFieldType,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { FieldProblem } from '../../domain/errors.js';
import { cleanParagraphs, isLongerThan } from '../../domain/text/clean.js';
import { unfitText } from '../../platform/verbs/parse-input.js';
import { argumentCheck, eachOf, replaced, requireNoProblems } from './input-problems.js';
import { TEXT_LENGTHS } from './text-lengths.js';

const NAME = 'inputLimits';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      inputLimits: InputLimits<Types>;
    }
    export interface InputFieldOptions<Types, Type, Req> {
      /** Most characters of a text whose name sets no other limit. */
      maxLength?: number;
      /** Most entries of a list that differs from the usual. */
      maxItems?: number;
      /** Cost that each word of a text adds to the operation. */
      costPerWord?: number;
    }
  }
}

/** Most characters of a text, and of each text of a list, unless set otherwise. */
export const DEFAULT_MAX_LENGTH = 1_000;
/** Most characters of an id; global ids have some 60. */
export const MAX_ID_LENGTH = 200;
/** Most entries of a list, unless set otherwise. */
export const DEFAULT_MAX_ITEMS = 100;

/** The limits of an argument or a field of an input, stored in its extensions. */
export interface InputLimit {
  /** In characters; null only for enums, numbers, instants and the like, which are bounded by themselves. */
  readonly maxLength: number | null;
  /** Null for values that are no list. */
  readonly maxItems: number | null;
  readonly costPerWord: number;
}

/** Scalars that take a text as it is. JSON has no bound, so no input is of the type JSON. */
const DEFAULT_LENGTHS: Readonly<Record<string, number>> = {
  String: DEFAULT_MAX_LENGTH,
  ID: MAX_ID_LENGTH,
  Cursor: DEFAULT_MAX_LENGTH,
};

type Places<Types extends SchemaTypes> = InputFieldsMapping<Types, InputLimit>;

/**
 * Limits every text and every list of an input, and refuses larger ones by name before they are processed, alike for
 * literals and variables and over all transports. Texts that the database cannot store are refused too. The plugin
 * comes last in the list, and so runs first.
 */
export class InputLimits<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onInputFieldConfig(field: PothosInputFieldConfig<Types>) {
    const limit = this.limitOf(field);
    const { maxItems, maxLength } = field.pothosOptions as Declared;
    const isTold = maxLength !== undefined || TEXT_LENGTHS[field.name] !== undefined;
    const letters = limit.maxLength !== null && isTold ? thousands(limit.maxLength) : null;
    const each = limit.maxItems === null ? 'At most' : 'Each of at most';
    const told = [
      ...(maxItems === undefined ? [] : [`At most ${maxItems}.`]),
      ...(letters === null ? [] : [`${each} ${letters} characters.`]),
    ];
    return {
      ...field,
      description: [field.description ?? '', ...told].join(' ').trim(),
      extensions: { ...field.extensions, inputLimit: limit },
    };
  }

  private limitOf(field: PothosInputFieldConfig<Types>): InputLimit {
    const { maxLength, maxItems, costPerWord = 0 } = field.pothosOptions as Declared;
    const usual = DEFAULT_LENGTHS[this.typeOf(field.type)] ?? null;
    const isList = field.type.kind === 'List';
    return {
      maxLength: usual === null ? null : (maxLength ?? TEXT_LENGTHS[field.name] ?? usual),
      maxItems: isList ? (maxItems ?? DEFAULT_MAX_ITEMS) : null,
      costPerWord,
    };
  }

  private typeOf(type: PothosInputFieldType<Types>): string {
    return type.kind === 'List'
      ? this.typeOf(type.type)
      : this.buildCache.getTypeConfig(type.ref).name;
  }

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    const places = mapInputFields<Types, InputLimit>(field.args, this.buildCache, (place) =>
      this.limitOf(place),
    );
    if (!places) return field;
    const argMappers = [
      ...(field.argMappers ?? []),
      argumentCheck((args, problems) => checked(args, places, [], problems)),
    ];
    return { ...field, argMappers } as PothosOutputFieldConfig<Types>;
  }

  override wrapResolve(
    resolve: Resolver<Types>,
    { argMappers }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    if (argMappers.length === 0) return resolve;
    return (root, args, ctx, info) => {
      requireNoProblems(info);
      return resolve(root, args, ctx, info);
    };
  }

  override wrapSubscribe(
    subscribe: Resolver<Types> | undefined,
    { argMappers }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> | undefined {
    if (!subscribe || argMappers.length === 0) return subscribe;
    return (root, args, ctx, info) => {
      requireNoProblems(info);
      return subscribe(root, args, ctx, info);
    };
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

type Declared = Partial<Record<'maxLength' | 'maxItems' | 'costPerWord', number>>;

/** The limit of an argument or a field of an input, where the schema has one. */
export function inputLimitOf({ extensions }: { readonly extensions?: unknown }): InputLimit | null {
  return (extensions as { inputLimit?: InputLimit } | undefined)?.inputLimit ?? null;
}

/**
 * The given arguments, with an empty list or text in place of each that is too large or not storable: those are not
 * processed.
 */
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
    const limit = place.value;
    if (Array.isArray(value) && limit?.maxItems != null && value.length > limit.maxItems) {
      const message = `has ${value.length} entries, allowed are up to ${limit.maxItems}`;
      problems.push({ path: here.join('.'), message });
      right = replaced(right, name, []);
      continue;
    }
    const checkedOne = (one: unknown, at: readonly string[]): unknown => {
      if (place.kind === 'InputObject') {
        const { map } = place.fields;
        return map && typeof one === 'object' && one !== null
          ? checked(one, map, at, problems)
          : one;
      }
      if (typeof one !== 'string') return one;
      const found = problemOf(one, limit, at);
      problems.push(...found);
      return found.length === 0 ? one : '';
    };
    right = replaced(right, name, eachOf(value, place.isList, here, checkedOne));
  }
  return right;
}

function problemOf(text: string, limit: InputLimit | null, at: readonly string[]): FieldProblem[] {
  if (limit?.maxLength == null) return [];
  const path = at.join('.');
  // Characters that cleaning removes do not count.
  const { maxLength } = limit;
  if (isLongerThan(text, maxLength) && isLongerThan(cleanParagraphs(text), maxLength)) {
    return [{ path, message: `is too long, allowed are up to ${limit.maxLength} characters` }];
  }
  const unfit = unfitText(text);
  return unfit === null ? [] : [{ path, message: unfit }];
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}

SchemaBuilder.registerPlugin(NAME, InputLimits);
