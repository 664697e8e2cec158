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
      /** Characters of a text, where its name does not say it. */
      maxLength?: number;
      /** Entries of a list, where they are not as many as usual. */
      maxItems?: number;
      /** What each word of a text adds to the cost of the operation. */
      costPerWord?: number;
    }
  }
}

/** How large a text may be, and each text of a list, where nothing else is said. */
export const DEFAULT_MAX_LENGTH = 1_000;
/** How long an id may be; global ids have some 60 characters. */
export const MAX_ID_LENGTH = 200;
/** How many entries a list may have, where nothing else is said. */
export const DEFAULT_MAX_ITEMS = 100;

/** What an argument or a field of an input takes; it stands in its extensions. */
export interface InputLimit {
  /** In characters; only enums, numbers, instants and the like have none, which are bounded by themselves. */
  readonly maxLength: number | null;
  /** Null for what is no list. */
  readonly maxItems: number | null;
  readonly costPerWord: number;
}

/** Of the scalars that take a text as it is. Any JSON could be of any size, so none may come in. */
const DEFAULT_LENGTHS: Readonly<Record<string, number>> = {
  String: DEFAULT_MAX_LENGTH,
  ID: MAX_ID_LENGTH,
  Cursor: DEFAULT_MAX_LENGTH,
};

type Places<Types extends SchemaTypes> = InputFieldsMapping<Types, InputLimit>;

/**
 * Gives every text and every list that comes in a limit, and refuses by name what is larger before anything
 * is done with it, alike for literals and variables and over all transports. It also refuses texts that are
 * none to the database. It comes last in the list, and so first in the work.
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

/** What is given, with an empty list or text for each that is too large, or is none: nothing is done with those. */
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
  // What cleaning takes away does not count.
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
