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

/** Fields that any signed-in actor may read. */
const ABOUT_ONESELF: ReadonlySet<string> = new Set(['me']);

/**
 * Whether an operation reads more than `me`, the payload of its own mutations, and the answer of a verb that is a
 * query and has a scope of its own. A mutation may read its payload and errors, and the ids of the objects that they
 * lead to. Fragments count, used or not.
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
