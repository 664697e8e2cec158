import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  add,
  type Cost,
  costFor,
  defaultsOf,
  listSize,
  pageSize,
  shared,
  times,
  type Variables,
} from './field-cost.js';
import { inputCost } from './input-cost.js';
import { PUBLIC_FIELDS } from './require-actor.js';

/** Cost of a write, in reads. */
const WRITE_COST = 100;
const INTROSPECTION_COST = 1_000;

/** The size of a selection with its fragments. */
interface Measure<CostOf = Cost> {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields that need no sign-in but a secret, which a caller may try to guess. */
  readonly guesses: number;
  /** Rows that may have to be read: fields of a list count as often as `first` or `last` says. */
  readonly cost: CostOf;
}

export interface OperationMeasure extends Measure<(variables: Variables) => number> {
  readonly name: string | undefined;
}

const NOTHING: Measure = { depth: 0, aliases: 0, directives: 0, guesses: 0, cost: 0 };

/**
 * Measures the operations of a document in one walk. Each fragment is measured once, so that fragments of fragments
 * take time in proportion to their text. Fields that the schema does not know cost nothing: documents are measured
 * before they are validated, and validation refuses those fields.
 */
export function measureDocument(schema: GraphQLSchema, document: DocumentNode): OperationMeasure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Measure>();
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map(measureOperation);

  function measureOperation(node: OperationDefinitionNode): OperationMeasure {
    const root = schema.getRootType(node.operation) ?? undefined;
    const variables = (node.variableDefinitions ?? []).map(directivesOf);
    const { cost, ...counts } = [directivesOf(node), ...variables].reduce(
      plus,
      measureSelections(node.selectionSet, root),
    );
    const defaults = defaultsOf(node);
    return {
      ...counts,
      name: node.name?.value,
      cost: (given) => costFor(cost, typeof cost === 'number' ? given : { ...defaults, ...given }),
    };
  }

  function measureSelections(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure {
    return set.selections
      .map((node) => plus(directivesOf(node), measureSelection(node, parent)))
      .reduce(plus, NOTHING);
  }

  function measureSelection(node: SelectionNode, parent: GraphQLNamedType | undefined): Measure {
    switch (node.kind) {
      case Kind.FIELD:
        return measureField(node, parent);
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(node.name.value);
      case Kind.INLINE_FRAGMENT: {
        const { typeCondition, selectionSet } = node;
        const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
        return measureSelections(selectionSet, type);
      }
    }
  }

  function measureFragment(name: string): Measure {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    // Stands while it is measured: a fragment that spreads itself ends here, and validation refuses it.
    measured.set(name, NOTHING);
    const type = schema.getType(fragment.typeCondition.name.value);
    const { cost, ...counts } = plus(
      directivesOf(fragment),
      measureSelections(fragment.selectionSet, type),
    );
    const measure = { ...counts, cost: shared(cost) };
    measured.set(name, measure);
    return measure;
  }

  function measureField(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const { cost, ...counts } = measureOutput(node, parent);
    const args = fieldOf(parent, node.name.value)?.args ?? [];
    return { ...counts, cost: add(cost, inputCost(node, args)) };
  }

  function measureOutput(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const name = node.name.value;
    const field = fieldOf(parent, name);
    const type = field && getNamedType(field.type);
    const inner = node.selectionSet ? measureSelections(node.selectionSet, type) : NOTHING;
    const measure = {
      ...inner,
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
    };
    // How deep introspection may go is for a rule that graphql-js brings along.
    if (name.startsWith('__')) {
      return { ...measure, depth: 1, cost: name === '__typename' ? 0 : INTROSPECTION_COST };
    }
    if (parent && parent === schema.getMutationType()) {
      const guesses = PUBLIC_FIELDS.has(name) ? 1 : 0;
      return { ...measure, guesses, cost: add(WRITE_COST, inner.cost) };
    }
    // A connection's edges are counted by its `first` already.
    if (!field || !node.selectionSet || isConnection(parent)) {
      return { ...measure, cost: add(ownCost(field), measure.cost) };
    }
    if (field.args.some(({ name }) => name === 'first')) {
      return { ...measure, cost: add(1, times(pageSize(node), inner.cost)) };
    }
    const each = add(1, inner.cost);
    const isList = isListType(getNullableType(field.type));
    return { ...measure, cost: isList ? times(listSize(node), each) : each };
  }
}

function plus(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    guesses: one.guesses + other.guesses,
    cost: add(one.cost, other.cost),
  };
}

function directivesOf({ directives }: { readonly directives?: readonly unknown[] }): Measure {
  return directives?.length ? { ...NOTHING, directives: directives.length } : NOTHING;
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string) {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Rows that a field says have to be read for it, beside those beneath it. */
function ownCost(field: { readonly extensions?: unknown } | undefined): number {
  return (field?.extensions as { cost?: number } | undefined)?.cost ?? 0;
}

function isConnection(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}
