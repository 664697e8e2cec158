import type { Locale } from '../../../domain/locales.js';
import type { Colleague } from '../../../platform/identity/colleague.js';

/** How a user is written to now. */
export function addressOf(user: Pick<Colleague, 'email' | 'locale'>): {
  recipient: string;
  locale: Locale;
} {
  return { recipient: user.email, locale: user.locale === 'en' ? 'en' : 'de' };
}
