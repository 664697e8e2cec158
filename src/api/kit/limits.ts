import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type ParseOptions,
  parse,
  type Source,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { QueryLimits } from '../../platform/input/limits.js';
import { withCode } from './errors.js';
import { measureDocument, type OperationMeasure } from './measure-document.js';

/** Longer texts belong into variables; documents are kept in memory for the next time. */
const MAX_DOCUMENT_LENGTH = 100_000;

/** The size of an operation with these variables. */
export interface Asked {
  readonly cost: number;
  readonly guesses: number;
}

export interface DocumentLimits {
  /** Refuses documents that are too large before they are validated, let alone executed. */
  readonly plugin: Plugin;
  /** The size of an operation; nearly free if the document came before. */
  asked(args: Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues'>): Asked;
  /** @throws GraphQLError if it costs more than may be asked for */
  admit(asked: Asked): void;
}

/** Limits to documents, alike for all transports: they all parse and validate through the plugins. */
export function limitDocuments(
  schema: GraphQLSchema,
  limits: QueryLimits,
  { introspection }: { introspection: boolean },
): DocumentLimits {
  const measures = new WeakMap<DocumentNode, OperationMeasure[]>();

  function measuresOf(document: DocumentNode): OperationMeasure[] {
    const known = measures.get(document);
    if (known) return known;
    const measured = measureDocument(schema, document);
    measures.set(document, measured);
    return measured;
  }

  return {
    plugin: {
      onParse({ setParseFn }) {
        setParseFn((source: string | Source, options?: ParseOptions) => {
          const { length } = typeof source === 'string' ? source : source.body;
          if (length > MAX_DOCUMENT_LENGTH) {
            const problem = `The document has ${length} characters, allowed are ${MAX_DOCUMENT_LENGTH}: send long texts as variables.`;
            throw tooComplex(problem);
          }
          try {
            return parse(source, { ...options, maxTokens: limits.tokens });
          } catch (error) {
            // Over HTTP Yoga says so, over WebSocket nothing would.
            throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
          }
        });
      },
      onValidate({ params, addValidationRule, setResult }) {
        const problems = measuresOf(params.documentAST).flatMap((measure) =>
          problemsOf(measure, limits),
        );
        // The limits exist to save the validation of documents that are refused anyway.
        if (problems.length > 0) return setResult(problems.map(tooComplex));
        if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      },
    },
    asked({ document, operationName, variableValues }) {
      const all = measuresOf(document);
      const measure = operationName ? all.find(({ name }) => name === operationName) : all[0];
      const cost = measure?.cost(variableValues ?? {}) ?? 0;
      return { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), guesses: measure?.guesses ?? 0 };
    },
    admit({ cost }) {
      if (cost <= limits.cost) return;
      const message = `The operation costs ${cost}, allowed are ${limits.cost}: ask for fewer things at a time.`;
      throw new GraphQLError(message, {
        extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
      });
    },
  };
}

function problemsOf(measure: OperationMeasure, limits: QueryLimits): string[] {
  const { name, depth, aliases, directives } = measure;
  const what = name ? `The operation ${name}` : 'The operation';
  return [
    { count: depth, limit: limits.depth, says: `${what} nests ${depth} fields` },
    { count: aliases, limit: limits.aliases, says: `${what} has ${aliases} aliases` },
    { count: directives, limit: limits.directives, says: `${what} has ${directives} directives` },
  ]
    .filter(({ count, limit }) => count > limit)
    .map(({ limit, says }) => `${says}, allowed are ${limit}.`);
}

function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  });
}
