import type {
  FieldMap,
  InputFieldMap,
  InputRef,
  InputShapeFromFields,
  ObjectRef,
} from '@pothos/core';
import { isVerb } from '../../platform/identity/may.js';
import { builder } from './builder.js';
import { contextOfVerb, type GraphQLContext } from './context.js';
import {
  ConflictErrorType,
  ForbiddenErrorType,
  isReturnedError,
  isVerbError,
  NotFoundErrorType,
  ValidationErrorType,
} from './errors.js';
import { notedProblems } from './input-problems.js';

export type Types = (typeof builder)['$inferSchemaTypes'];
export type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;
export type PayloadBuilder<Payload> = PothosSchemaTypes.ObjectFieldBuilder<Types, Payload>;

interface VerbOptions<Fields extends InputFieldMap, Payload extends object> {
  description: string;
  input: (t: InputBuilder) => Fields;
  run: (ctx: GraphQLContext, input: InputShapeFromFields<Fields>) => Promise<Payload>;
  payload: (t: PayloadBuilder<Payload>) => FieldMap;
}

/**
 * A verb as a mutation: it takes `xInput` and answers `XResult`, which is the payload or one of the errors that a
 * user can act on. Any other error is rethrown. Returns the type of the payload, to which another noun may add a
 * field.
 */
export function verbMutation<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  { description, input, run, payload }: VerbOptions<Fields, Payload>,
): ObjectRef<Types, Payload> {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const inputType = builder.inputType(`${title}Input`, {
    description: `Input of \`${name}\`.`,
    fields: input,
  });
  const payloadType = builder.objectRef<Payload>(`${title}Payload`).implement({
    description: `Payload of \`${name}\`.`,
    fields: payload,
  });
  // The type of the input is known to `run` alone; the field only hands it through.
  addMutation(
    name,
    description,
    inputType as InputRef<unknown> as InputRef<object>,
    payloadType as ObjectRef<Types, object>,
    {
      run: run as (ctx: GraphQLContext, input: object) => Promise<Payload>,
    },
  );
  return payloadType;
}

function addMutation(
  name: string,
  description: string,
  inputType: InputRef<object>,
  payloadType: ObjectRef<Types, object>,
  verb: { run: (ctx: GraphQLContext, input: object) => Promise<object> },
): void {
  if (!isVerb(name))
    throw new Error(`${name} does not stand in the table of src/platform/identity/may.ts.`);
  const resultType = builder.unionType(payloadType.name.replace(/Payload$/, 'Result'), {
    description: `The payload of \`${name}\`, or an error.`,
    types: [
      payloadType,
      ValidationErrorType,
      ConflictErrorType,
      ForbiddenErrorType,
      NotFoundErrorType,
    ],
    resolveType: (value) => (isReturnedError(value) ? value.returned.name : payloadType.name),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: resultType,
      description,
      args: { input: t.arg({ type: inputType, required: true, description: 'The input.' }) },
      resolve: async (_root, { input }, ctx, info): Promise<object> => {
        try {
          // The reads of the mutation before it end here; jobs, for one, have transactions of their own.
          await ctx.reads.settle();
          return await verb.run(contextOfVerb(ctx, name, notedProblems(info)), input);
        } catch (error) {
          if (isVerbError(error)) return { returned: error };
          throw error;
        }
      },
    }),
  );
}
