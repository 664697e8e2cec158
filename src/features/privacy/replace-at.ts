import type { ValuePath } from '../../platform/audit/leaves.js';

/** The value with something else at the paths. */
export function replaceAt(value: unknown, paths: readonly ValuePath[], by: string): unknown {
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return by;
  const below = (step: string | number) =>
    paths.filter(([first]) => first === step).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((inner, nth) => replaceAt(inner, below(nth), by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceAt(inner, below(key), by)]),
  );
}
