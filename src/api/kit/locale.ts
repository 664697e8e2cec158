import { codeType } from './codes.js';

/** The languages of texts and mails by their names in the API. */
export const LocaleType = codeType('Locale', 'Language of a text or a mail.', {
  DE: 'German.',
  EN: 'English.',
});
type Locale = (typeof LocaleType)['$inferType'];

/** The language by its name in mails, templates and texts. */
export const LANGUAGE_OF = { DE: 'de', EN: 'en' } as const satisfies Record<Locale, string>;
