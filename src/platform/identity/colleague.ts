import type { Prisma } from '../db/generated/prisma/client.js';

/**
 * The columns of a user that every role but a wallboard may read. The means of sign-in are for admins and the system.
 */
export const COLLEAGUE = {
  id: true,
  email: true,
  name: true,
  role: true,
  territory: true,
  locale: true,
  active: true,
  version: true,
} as const satisfies Prisma.UserSelect;

/** A user as colleagues know them. */
export type Colleague = Prisma.UserGetPayload<{ select: typeof COLLEAGUE }>;
