import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import { add, type Cost } from './field-cost.js';
import { inputLimitOf } from './input-limits.js';

/** Entries of a list that cost as much as one row that is read. */
const ITEMS_PER_POINT = 10;
/** Characters of a text that cost as much as one row that is read. */
const LETTERS_PER_POINT = 1_000;

/** An argument of a field, or a field of an input. */
type Place = GraphQLArgument | GraphQLInputField;

/**
 * The cost of a field for the size of its input: nothing for everyday inputs, long lists and texts by their length.
 */
export function inputCost(node: FieldNode, args: readonly GraphQLArgument[]): Cost {
  let cost: Cost = 0;
  for (const { name, value } of node.arguments ?? []) {
    const place = args.find((arg) => arg.name === name.value);
    if (place) cost = add(cost, costOfNode(value, place));
  }
  return cost;
}

function costOfNode(node: ValueNode, place: Place): Cost {
  switch (node.kind) {
    case Kind.VARIABLE: {
      const { value: name } = node.name;
      return (variables) => costOfValue(variables[name], place);
    }
    case Kind.STRING:
      return costOfText(node.value, place);
    case Kind.LIST:
      return node.values
        .map((one) => costOfNode(one, place))
        .reduce(add, Math.floor(node.values.length / ITEMS_PER_POINT));
    case Kind.OBJECT:
      return node.fields
        .map(({ name, value }) => {
          const inner = fieldsOf(place)?.[name.value];
          return inner ? costOfNode(value, inner) : 0;
        })
        .reduce(add, 0 as Cost);
    default:
      return 0;
  }
}

/** The cost of raw JSON; values without a place in the schema cost nothing, as they are refused. */
function costOfValue(value: unknown, place: Place, isEntry = false): number {
  if (typeof value === 'string') return costOfText(value, place);
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) {
    // No list of the schema holds lists.
    if (isEntry) return 0;
    const entries = value.reduce((sum: number, one) => sum + costOfValue(one, place, true), 0);
    return entries + Math.floor(value.length / ITEMS_PER_POINT);
  }
  return Object.entries(fieldsOf(place) ?? {}).reduce((sum, [name, inner]) => {
    return Object.hasOwn(value, name) ? sum + costOfValue(Reflect.get(value, name), inner) : sum;
  }, 0);
}

function costOfText(text: string, place: Place): number {
  const perWord = inputLimitOf(place)?.costPerWord ?? 0;
  const words = perWord === 0 ? 0 : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  return words * perWord + Math.floor(text.length / LETTERS_PER_POINT);
}

function fieldsOf({ type }: Place): Readonly<Record<string, GraphQLInputField>> | undefined {
  const named = getNamedType(type);
  return isInputObjectType(named) ? named.getFields() : undefined;
}
