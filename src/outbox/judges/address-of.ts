import type { User } from '../../db/generated/prisma/client.js';
import type { EmailLocale } from '../email-templates.js';

/** How a user is written to now. */
export function addressOf(user: User): { recipient: string; locale: EmailLocale } {
  return { recipient: user.email, locale: user.locale === 'en' ? 'en' : 'de' };
}
