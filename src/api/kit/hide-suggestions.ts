import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** With introspection off, "Did you mean …" would disclose the schema name by name. */
export const hideSuggestions: Plugin = {
  onValidate() {
    return ({ result, setResult }) => {
      setResult((result as readonly GraphQLError[]).map(withoutSuggestion));
    };
  },
};

export function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ ?Did you mean .*$/s, '');
  if (message === error.message) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}
