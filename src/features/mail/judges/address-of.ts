import { type Locale, localeOf } from '../../../domain/locales.js';
import type { Colleague } from '../../../platform/identity/colleague.js';

/** The present address and language of a user. */
export function addressOf(user: Pick<Colleague, 'email' | 'locale'>): {
  recipient: string;
  locale: Locale;
} {
  return { recipient: user.email, locale: localeOf(user.locale) };
}
