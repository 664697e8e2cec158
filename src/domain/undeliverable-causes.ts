/** Causes for which a warning is not delivered: its mail died, the account is not active, or it takes too long. */
export const UNDELIVERABLE_CAUSES = ['MAIL_DEAD', 'OWNER_INACTIVE', 'LATE'] as const;

export type UndeliverableCause = (typeof UNDELIVERABLE_CAUSES)[number];
