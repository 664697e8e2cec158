import { type ExecutionArgs, getOperationAST } from 'graphql';

/**
 * An operation with the variables that it declares. What a client sends beside them is good for nothing, and would be
 * kept for as long as a subscription lasts.
 */
export function onlyDeclared(args: ExecutionArgs): ExecutionArgs {
  const operation = getOperationAST(args.document, args.operationName);
  const sent = args.variableValues ?? {};
  const declared = (operation?.variableDefinitions ?? []).map(
    ({ variable }) => variable.name.value,
  );
  const variableValues = Object.fromEntries(
    declared.filter((name) => Object.hasOwn(sent, name)).map((name) => [name, sent[name]]),
  );
  const { params } = args.contextValue as {
    params?: { variables?: unknown; extensions?: unknown };
  };
  if (params) Object.assign(params, { variables: variableValues, extensions: undefined });
  return { ...args, variableValues };
}

/** What a subscription leaves with the server until it ends: its document and what it declares. */
export function keptBytes({ document, variableValues }: ExecutionArgs): number {
  return (document.loc?.source.body.length ?? 0) + JSON.stringify(variableValues ?? {}).length;
}
