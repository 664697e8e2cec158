import type {
  FieldMap,
  InputFieldMap,
  InputRef,
  InputShapeFromFields,
  ObjectRef,
} from '@pothos/core';
import type { FieldProblem } from '../../domain/errors.js';
import { isVerb, type Verb } from '../../platform/identity/may.js';
import type { KeyedRequest } from '../../platform/verbs/answer-once.js';
import { idempotencyKeyInput } from '../../platform/verbs/parse-input.js';
import { builder } from './builder.js';
import { contextOfVerb, type GraphQLContext } from './context.js';
import { DryRunType, dryRunOf, isDryRun } from './dry-run.js';
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
  const own: Own = { key: false, dryRun: false };
  const inputType = builder.inputType(`${title}Input`, {
    description: `Input of \`${name}\`.`,
    fields: (t) => {
      const fields = input(t);
      own.key = 'idempotencyKey' in fields;
      own.dryRun = 'dryRun' in fields;
      return own.key ? fields : { ...fields, idempotencyKey: changeKey(t) };
    },
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
    { run: run as (ctx: GraphQLContext, input: object) => Promise<Payload>, own },
  );
  return payloadType;
}

/** What a verb takes care of by itself. */
interface Own {
  key: boolean;
  dryRun: boolean;
}

/** The key of verbs that create nothing; the others have one of their own. */
function changeKey(t: InputBuilder) {
  return t.string({
    description:
      'Idempotency key: sending the same key again within a week changes nothing and answers the same.',
  });
}

function addMutation(
  name: string,
  description: string,
  inputType: InputRef<object>,
  payloadType: ObjectRef<Types, object>,
  verb: { run: (ctx: GraphQLContext, input: object) => Promise<object>; own: Own },
): void {
  if (!isVerb(name))
    throw new Error(`${name} does not stand in the table of src/platform/identity/may.ts.`);
  const resultType = builder.unionType(payloadType.name.replace(/Payload$/, 'Result'), {
    description: `The payload of \`${name}\`, an error, or what a dry run found.`,
    types: [
      payloadType,
      ValidationErrorType,
      ConflictErrorType,
      ForbiddenErrorType,
      NotFoundErrorType,
      DryRunType,
    ],
    resolveType: (value) => {
      if (isReturnedError(value)) return value.returned.name;
      return isDryRun(value) ? DryRunType.name : payloadType.name;
    },
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: resultType,
      description,
      args: {
        input: t.arg({ type: inputType, required: true, description: 'The input.' }),
        dryRun: t.arg.boolean({
          description:
            'If true, nothing is changed: the answer is a `DryRun` with the dates, events and mails that there would be, or the error. A verb whose input has a `dryRun` of its own answers with its payload instead, as if that was set.',
        }),
      },
      resolve: async (_root, { input, dryRun }, ctx, info): Promise<object> => {
        try {
          // The reads of the mutation before it end here; jobs, for one, have transactions of their own.
          await ctx.reads.settle();
          const problems = notedProblems(info);
          if (dryRun && verb.own.dryRun) {
            // With the same key the verb may be meant afterwards.
            const { idempotencyKey: _, ...rest } = input as { idempotencyKey?: unknown };
            return await verb.run(contextOfVerb(ctx, name, problems), { ...rest, dryRun });
          }
          const { request, keyed, wrong } = verb.own.key
            ? unkeyed(input)
            : keyedRequest(name, input);
          const known = new Set(problems.map(({ path }) => path));
          const more = wrong.filter(({ path }) => !known.has(path));
          const context = contextOfVerb(ctx, name, [...problems, ...more], keyed);
          if (dryRun) return await dryRunOf(context, (inner) => verb.run(inner, request));
          return await verb.run(context, request);
        } catch (error) {
          if (isVerbError(error)) return { returned: error };
          throw error;
        }
      },
    }),
  );
}

interface Request {
  readonly request: object;
  readonly keyed: KeyedRequest | null;
  readonly wrong: readonly FieldProblem[];
}

const unkeyed = (request: object): Request => ({ request, keyed: null, wrong: [] });

/** Takes the idempotency key out of an input whose verb does not know of it. */
function keyedRequest(
  verb: Verb,
  { idempotencyKey: given, ...request }: { idempotencyKey?: unknown },
): Request {
  const parsed = idempotencyKeyInput.safeParse(given);
  const [fault] = parsed.error?.issues ?? [];
  const wrong = fault ? [{ path: 'idempotencyKey', message: fault.message }] : [];
  const key = parsed.data ?? null;
  return { request, keyed: key === null ? null : { verb, key, input: request, begun: 0 }, wrong };
}
