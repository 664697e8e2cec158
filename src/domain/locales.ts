/** Languages of mails, pages, files and explanations. */
export const LOCALES = ['de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language where none is known. */
const DEFAULT_LOCALE: Locale = 'de';

/** Whether a code names one of the languages. */
export function isLocale(code: string | null | undefined): code is Locale {
  return LOCALES.some((known) => known === code);
}

/** The language that a stored code names, else German. */
export function localeOf(code: string | null | undefined): Locale {
  return isLocale(code) ? code : DEFAULT_LOCALE;
}
