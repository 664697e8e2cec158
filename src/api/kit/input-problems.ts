import type { GraphQLResolveInfo } from 'graphql';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';

/** By the call of a field, which has an `info` of its own. */
const noted = new WeakMap<GraphQLResolveInfo, FieldProblem[]>();

/** Keeps what is wrong with the arguments of a field until everything wrong is known; the first of each place. */
export function noteProblems(info: GraphQLResolveInfo, problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const known = notedProblems(info);
  const more = problems.filter(({ path }) => !known.some((one) => one.path === path));
  noted.set(info, [...known, ...more]);
}

/** Looks at the arguments of a field before it is resolved: `check` answers those that go on, and adds what is wrong. */
export function argumentCheck(check: (args: object, problems: FieldProblem[]) => object) {
  return (args: object, _ctx: unknown, info: GraphQLResolveInfo): object => {
    const problems: FieldProblem[] = [];
    const right = check(args, problems);
    noteProblems(info, problems);
    return right;
  };
}

/** What was noted of the arguments of this call. */
export function notedProblems(info: GraphQLResolveInfo): readonly FieldProblem[] {
  return noted.get(info) ?? [];
}

/**
 * For fields that parse nothing themselves. Mutations do: they tell what was noted with the rest.
 * @throws ValidationError
 */
export function requireNoProblems(info: GraphQLResolveInfo): void {
  const problems = notedProblems(info);
  if (problems.length > 0 && info.parentType.name !== 'Mutation')
    throw new ValidationError(problems);
}

/**
 * What an argument, or a field of one, is replaced by: arguments of variables are shared with other fields, so nothing is
 * changed in place, and nothing is copied that is right.
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
