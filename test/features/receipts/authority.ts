import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const HAS_OPENSSL = existsSync('/usr/bin/openssl');

const CONFIG = `
[tsa]
default_tsa = authority
[authority]
serial = ./serial
signer_cert = ./tsa.pem
certs = ./authority.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = dn
[dn]
`;

export interface TestAuthority extends AsyncDisposable {
  readonly url: string;
  /** With the certificate in authority.pem. */
  readonly dir: string;
  /** How many stamps were asked for. */
  readonly asked: number;
  /** Answers with an error from now on, or no longer. */
  away: boolean;
}

/** An authority of OpenSSL's own make, reached over HTTP. */
export async function openAuthority(): Promise<TestAuthority> {
  const dir = await mkdtemp(join(tmpdir(), 'leadwarden-tsa-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: dir });
  await writeFile(join(dir, 'tsa.cnf'), CONFIG);
  await writeFile(join(dir, 'serial'), '01\n');
  const made = ['-newkey', 'rsa:2048', '-nodes', '-config', 'tsa.cnf'];
  const root = ['-keyout', 'root.key', '-out', 'authority.pem', '-subj', '/O=Authority/CN=Root'];
  await openssl('req', '-x509', ...made, ...root);
  const signer = ['-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=Authority/CN=Stamps'];
  await openssl('req', ...made, ...signer);
  const by = ['-CA', 'authority.pem', '-CAkey', 'root.key', '-CAcreateserial'];
  const extended = ['-extfile', 'tsa.cnf', '-extensions', 'ext'];
  await openssl('x509', '-req', '-in', 'tsa.csr', ...by, ...extended, '-out', 'tsa.pem');

  let asked = 0;
  const state = { away: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked += 1;
    if (state.away || request.headers['content-type'] !== 'application/timestamp-query') {
      response.writeHead(503).end();
      return;
    }
    await writeFile(join(dir, 'query'), Buffer.concat(chunks));
    await openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query', '-out', 'answer');
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
    response.end(await readFile(join(dir, 'answer')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    dir,
    get asked() {
      return asked;
    },
    get away() {
      return state.away;
    },
    set away(away) {
      state.away = away;
    },
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true, force: true });
    },
  };
}
