import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';
import { DEFAULT_PAGE_SIZE } from './keyset-page.js';

/** Assumed length of a list that is not paged, such as a lead's contacts. */
const PLAIN_LIST_SIZE = 10;

export type Variables = Readonly<Record<string, unknown>>;

/** A number, or a function of the variables that it depends on. */
export type Cost = number | ((variables: Variables) => number);

export function add(one: Cost, other: Cost): Cost {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  return (variables) => costFor(one, variables) + costFor(other, variables);
}

export function times(one: Cost, other: Cost): Cost {
  if (typeof one === 'number' && typeof other === 'number') return product(one, other);
  return (variables) => product(costFor(one, variables), costFor(other, variables));
}

/** Fragments of fragments can be infinitely costly; nothing of them is still nothing. */
function product(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

export function costFor(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables);
}

/** Calculates once for the same variables, however often it is asked within a calculation. */
export function shared(cost: Cost): Cost {
  if (typeof cost === 'number') return cost;
  const known = new WeakMap<Variables, number>();
  return (variables) => {
    const value = known.get(variables) ?? cost(variables);
    known.set(variables, value);
    return value;
  };
}

/** The number of edges that a connection is asked for. */
export function pageSize(node: FieldNode): Cost {
  const first = argumentOf(node, 'first', Number);
  const last = argumentOf(node, 'last', Number);
  return fromVariables([first, last], ([first, last]) => sizeOf(first ?? last ?? null));
}

function sizeOf(size: number | null): number {
  return size === null || Number.isNaN(size) ? DEFAULT_PAGE_SIZE : Math.max(0, size);
}

/** The number of ids that are asked for, as in `nodes(ids: […])`, or the usual length of a list. */
export function listSize(node: FieldNode): Cost {
  const ids = argumentOf(node, 'ids', (value) => (Array.isArray(value) ? value.length : 1));
  return fromVariables([ids], ([ids]) => ids ?? PLAIN_LIST_SIZE);
}

/** The value of an argument; null if it is left out or null. */
type Argument = number | null | ((variables: Variables) => number | null);

function argumentOf(node: FieldNode, name: string, read: (value: unknown) => number): Argument {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const readOrNull = (value: unknown) =>
    value === undefined || value === null ? null : read(value);
  if (value?.kind === Kind.VARIABLE) {
    const { name } = value;
    return (variables) => readOrNull(variables[name.value]);
  }
  return readOrNull(value && plainValue(value));
}

function fromVariables(
  given: readonly Argument[],
  size: (values: (number | null)[]) => number,
): Cost {
  const values = given.filter((value) => typeof value !== 'function');
  if (values.length === given.length) return size(values);
  return (variables) =>
    size(given.map((value) => (typeof value === 'function' ? value(variables) : value)));
}

/** The defaults of an operation's variables. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, plainValue(defaultValue)]] : [],
    ),
  );
}

/** Of literals, as far as sizes are made of them. */
function plainValue(value: ValueNode): unknown {
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.INT ? Number(value.value) : null;
}
