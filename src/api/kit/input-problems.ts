import type { GraphQLResolveInfo } from 'graphql';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';

/** Keyed by the `info` of a field's call, of which each call has its own. */
const noted = new WeakMap<GraphQLResolveInfo, FieldProblem[]>();

/** Collects the faults of a field's arguments until all are known; the first fault of each path counts. */
export function noteProblems(info: GraphQLResolveInfo, problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const known = notedProblems(info);
  const more = problems.filter(({ path }) => !known.some((one) => one.path === path));
  noted.set(info, [...known, ...more]);
}

/**
 * Checks the arguments of a field before it is resolved: `check` returns the arguments to go on with, and adds
 * faults.
 */
export function argumentCheck(check: (args: object, problems: FieldProblem[]) => object) {
  return (args: object, _ctx: unknown, info: GraphQLResolveInfo): object => {
    const problems: FieldProblem[] = [];
    const right = check(args, problems);
    noteProblems(info, problems);
    return right;
  };
}

/** The faults noted of the arguments of this call. */
export function notedProblems(info: GraphQLResolveInfo): readonly FieldProblem[] {
  return noted.get(info) ?? [];
}

/**
 * For fields that parse nothing themselves. Mutations do, and report the noted faults with their own.
 * @throws ValidationError
 */
export function requireNoProblems(info: GraphQLResolveInfo): void {
  const problems = notedProblems(info);
  if (problems.length > 0 && info.parentType.name !== 'Mutation')
    throw new ValidationError(problems);
}

/**
 * The replacement of an argument, or of a field of one. Arguments from variables are shared with other fields, so
 * nothing is changed in place, and valid values are not copied.
 */
export function replaced<T extends object>(given: T, name: string, value: unknown): T {
  return Object.is(Reflect.get(given, name), value) ? given : { ...given, [name]: value };
}

/** Each entry of a list, or the value itself, as `change` makes it; the same list if nothing was changed. */
export function eachOf(
  value: unknown,
  isList: boolean,
  path: readonly string[],
  change: (one: unknown, at: readonly string[]) => unknown,
): unknown {
  if (!isList || !Array.isArray(value)) {
    return value === undefined || value === null ? value : change(value, path);
  }
  const changed = value.map((one: unknown, nth) => change(one, [...path, String(nth)]));
  return changed.some((one, nth) => !Object.is(one, value[nth])) ? changed : value;
}
