/** Errors of combinations of variables, reported beside those of single variables. */
export function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const without = (name: string, needed: string) =>
    given[name] && !given[needed]
      ? [`${name} (${JSON.stringify(given[name])}): allowed only with ${needed}`]
      : [];
  return [
    ...(given.JWKS_URL && !given.JWT_ISSUER
      ? ['JWT_ISSUER (not set): with JWKS_URL it must be what the provider writes into `iss`']
      : []),
    ...without('JWT_ROLE_CLAIM', 'JWKS_URL'),
    ...without('JWT_TERRITORY_CLAIM', 'JWT_ROLE_CLAIM'),
    ...without('DATABASE_POOL_SIZE', 'DATABASE_URL'),
    ...(given.NODE_ENV === 'production' && given.DATABASE_URL && !given.PSEUDONYM_KEYS
      ? [
          'PSEUDONYM_KEYS (not set): with DATABASE_URL in production it must be "1:" and the output of "openssl rand -base64 32", the same for each replica',
        ]
      : []),
  ];
}

/** Settings that a production installation should have. */
export function warningsOf(given: Readonly<Record<string, string | undefined>>): string[] {
  const missing: readonly (readonly [isMissing: boolean, warning: string])[] = [
    [
      !given.JWKS_URL && !given.JWT_PRIVATE_KEY,
      'JWKS_URL and JWT_PRIVATE_KEY are not set: no user can sign in',
    ],
    [
      !given.SMTP_URL,
      'SMTP_URL is not set: mails, warnings of expiry among them, are only written to the log',
    ],
    [
      Boolean(given.SMTP_URL) && !given.MAIL_FROM,
      'MAIL_FROM is not set: mails come from leadwarden@localhost, which servers refuse',
    ],
    [!given.PUBLIC_URL, 'PUBLIC_URL is not set: mails carry no links to this server'],
    [
      !given.PSEUDONYM_KEYS,
      'PSEUDONYM_KEYS is not set: the key is a file in DATA_DIR; back it up, apart from the database',
    ],
    [
      !given.RECEIPT_KEY,
      'RECEIPT_KEY is not set: receipts are signed with a key in DATA_DIR, another one for each replica',
    ],
  ];
  return missing.flatMap(([isMissing, warning]) => (isMissing ? [warning] : []));
}
