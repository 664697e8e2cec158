import { codeType } from './codes.js';

/** The languages that texts and mails exist in, as their names in the API. */
export const LocaleType = codeType('Locale', 'Language of a text or a mail.', {
  DE: 'German.',
  EN: 'English.',
});
type Locale = (typeof LocaleType)['$inferType'];

/** The language as mails, templates and texts name it. */
export const LANGUAGE_OF = { DE: 'de', EN: 'en' } as const satisfies Record<Locale, string>;
