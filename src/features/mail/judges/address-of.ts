import type { User } from '../../../platform/db/generated/prisma/client.js';
import type { EmailLocale } from '../../outbox/email-templates.js';

/** How a user is written to now. */
export function addressOf(user: User): { recipient: string; locale: EmailLocale } {
  return { recipient: user.email, locale: user.locale === 'en' ? 'en' : 'de' };
}
