import { ValidationError } from '../../domain/errors.js';
import { isLocale, LOCALES, type Locale } from '../../domain/locales.js';

/** @throws ValidationError for a parameter that is not named here, or is given twice */
export function onlyParameters(params: URLSearchParams, ...allowed: readonly string[]): void {
  for (const name of params.keys()) {
    if (!allowed.includes(name)) {
      throw problem(name, `is no parameter, allowed are ${listed(allowed)}`);
    }
    if (params.getAll(name).length > 1) throw problem(name, 'is given twice, allowed is once');
  }
}

/** The language of a file; English if none is given. @throws ValidationError */
export function languageIn(params: URLSearchParams): Locale {
  const language = params.get('language') ?? 'en';
  if (isLocale(language)) return language;
  const known = LOCALES.toReversed().join(' or ');
  throw problem('language', `${JSON.stringify(language)} given, allowed is ${known}`);
}

/** A parameter in JSON; null if it is left out. @throws ValidationError */
export function jsonIn(params: URLSearchParams, name: string, example: string): unknown {
  const text = params.get(name);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw problem(name, `is no JSON, allowed is ${example}`);
  }
}

export function problem(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
