import { onServer, TEST_DATABASE_URL } from './database.js';

/** After all tests: drops what this run has made on the server and the processes of the tests kept for each other. */
export function teardown(): Promise<void> {
  if (!TEST_DATABASE_URL) return Promise.resolve();
  return onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [`leadwarden_test_${process.pid}_`],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}
