import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Whether an operation asks for more than the schema: then somebody must be signed in. */
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
    (name) => name.startsWith('__')
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
