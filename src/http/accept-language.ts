import { isLocale, type Locale } from '../domain/locales.js';

/** The language that an Accept-Language header prefers of those there are; null if it names none of them. */
export function wantedLocale(acceptLanguage: string | null): Locale | null {
  const wanted = (acceptLanguage ?? '').split(',').map((entry, nth) => {
    const [tag = '', ...params] = entry.trim().toLowerCase().split(';');
    const weight = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: Number(weight ?? 1), nth };
  });
  wanted.sort((a, b) => b.weight - a.weight || a.nth - b.nth);
  const first = wanted.find(({ language, weight }) => weight > 0 && isLocale(language));
  return isLocale(first?.language) ? first.language : null;
}
