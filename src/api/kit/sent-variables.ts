import { type ExecutionArgs, getOperationAST } from 'graphql';

/**
 * An operation with the variables that it declares. Other variables that a client sends are dropped, as they would be
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

/** The bytes that a subscription keeps on the server until it ends: its document and its declared variables. */
export function keptBytes({ document, variableValues }: ExecutionArgs): number {
  return (document.loc?.source.body.length ?? 0) + JSON.stringify(variableValues ?? {}).length;
}
