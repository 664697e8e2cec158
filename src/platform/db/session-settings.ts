/**
 * The settings of every session, which override defaults of the server, the database and the role: with
 * DateStyle=German an instant comes as 01.03.2026, which nothing here reads, and in another time zone each is shifted
 * in silence.
 */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  row_security: 'on',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
};

/** As the option of a connection. */
export function sessionOptions(): string {
  return Object.entries(SESSION_SETTINGS)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
}

/** As statements. */
export function sessionStatements(): string {
  return Object.entries(SESSION_SETTINGS)
    .map(([name, value]) =>
      name === 'datestyle' ? `SET datestyle = ${value};` : `SET ${name} = '${value}';`,
    )
    .join(' ');
}
