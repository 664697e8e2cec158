import { createServer } from 'node:http';
import pg from 'pg';

/** The baseline: node:http and one SQL statement whose only column is the answer. */
export async function startBareServer(
  url: string,
  sql: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const statement = { name: 'page', text: sql };
  const server = createServer((_request, response) => {
    pool.query<{ body: string }>(statement).then(
      ({ rows }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(rows[0]?.body);
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
