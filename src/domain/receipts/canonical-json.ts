export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The one spelling of a value as JSON, after RFC 8785: no spaces, keys in the order of their UTF-16 units, numbers and
 * strings as ECMAScript writes them.
 * @throws RangeError for numbers without a finite value and for strings with half a character, which have no spelling
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} has no canonical form, allowed are finite numbers.`);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${canonicalString(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalString(text: string): string {
  const half = text.search(/\p{Surrogate}/u);
  if (half < 0) return JSON.stringify(text);
  throw new RangeError(`A string has half a character at ${half}, which has no canonical form.`);
}

/**
 * Reads JSON in its canonical spelling only, so that no two texts have the same meaning.
 * @throws SyntaxError if it is no JSON, or is spelled in another way
 */
export function parseCanonicalJson(text: string): Json {
  const value = JSON.parse(text) as Json;
  if (canonicalJson(value) === text) return value;
  throw new SyntaxError('The JSON is not in canonical form (RFC 8785).');
}
