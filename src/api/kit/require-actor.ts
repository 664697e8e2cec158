import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Root fields that need no signed-in actor: a feedback link carries its own secret. */
export const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['submitSampleFeedback']);

/** Whether an operation has a root field that needs a signed-in actor. */
export function needsActor(
  document: DocumentNode,
  operationName: string | null | undefined,
): boolean {
  const operation = getOperationAST(document, operationName);
  return operation !== null && operation !== undefined && !isPublic(operation, document);
}

function isPublic({ selectionSet }: OperationDefinitionNode, document: DocumentNode): boolean {
  return everyField(
    selectionSet,
    document,
    (name) => name.startsWith('__') || PUBLIC_FIELDS.has(name),
  );
}

function everyField(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  test: (name: string) => boolean,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return test(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return everyField(selection.selectionSet, document, test);
    }
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    );
    return (
      fragment?.kind === Kind.FRAGMENT_DEFINITION &&
      everyField(fragment.selectionSet, document, test)
    );
  });
}
