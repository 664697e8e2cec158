import {
  type ExecutionArgs,
  type GraphQLCompositeType,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isVerb } from '../../platform/identity/may.js';

type Asked = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>;

/** What anybody who is signed in may ask for. */
const ABOUT_ONESELF: ReadonlySet<string> = new Set(['me']);

/**
 * Whether an operation tells more than who is signed in, what it did itself, and what a verb that is a query answers:
 * that one has a scope of its own. A mutation's payload and errors are its
 * own words; of the things they lead to it may ask for the ids. Fragments count, used or not.
 */
export function readsData({ schema, document, operationName }: Asked): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation) return false;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return true;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const types = new TypeInfo(schema);
  let reads = false;
  visit(
    { ...document, definitions: [operation, ...fragments] },
    visitWithTypeInfo(types, {
      Field({ name: { value: field } }) {
        const parent = types.getParentType();
        if (!parent || field.startsWith('__') || isOwnWords(parent)) return;
        if (parent === schema.getMutationType()) return;
        if (parent === schema.getQueryType()) {
          reads ||= !ABOUT_ONESELF.has(field) && !isVerb(field);
        } else if (parent.name === 'User') reads ||= isCompositeType(getNamedType(types.getType()));
        else reads ||= field !== 'id';
      },
    }),
  );
  return reads;
}

/** Payloads and errors. */
function isOwnWords(type: GraphQLCompositeType): boolean {
  const { name } = type;
  if (name.endsWith('Payload') || name === 'UserError' || name === 'FieldProblem') return true;
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  return interfaces.some((one) => one.name === 'UserError');
}
