import type { Locale } from '../../../domain/locales.js';
import type { User } from '../../../platform/db/generated/prisma/client.js';

/** How a user is written to now. */
export function addressOf(user: User): { recipient: string; locale: Locale } {
  return { recipient: user.email, locale: user.locale === 'en' ? 'en' : 'de' };
}
