import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compactVerify, importJWK } from 'jose';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyTimestamp } from '../../../src/domain/receipts/timestamp.js';
import { verifyDocument } from '../../../src/domain/receipts/verify-document.js';
import { runCli } from '../../../src/run/cli/run-cli.js';
import { VERIFY_PAGE, verifyPage } from '../../../src/run/print-verify-page.js';
import { type ApiUser, openTestApi, type TestApi } from '../../support/api.js';
import { HAS_OPENSSL, openAuthority, type TestAuthority } from './authority.js';

const CHROMIUM = '/usr/bin/chromium';
const run = promisify(execFile);

let api: TestApi;
let anna: ApiUser;
let dir: string;
let authority: TestAuthority | null;
let id: string;
let document: string;

const CHECKPOINT =
  'query { receiptLog { checkpoint { size note stampedAt } keys { fingerprint } } }';
interface Log {
  readonly receiptLog: {
    readonly checkpoint: { size: number; note: string; stampedAt: string | null };
    readonly keys: { fingerprint: string }[];
  };
}
const readLog = async () => (await api.query<Log, object>(anna, CHECKPOINT)).receiptLog;

async function register(companyName: string): Promise<string> {
  const { registerLead } = await api.query<
    { registerLead: { receipt: { id: string } } },
    { companyName: string }
  >(
    anna,
    `mutation ($companyName: String!) { registerLead(input: { companyName: $companyName, city: "Ulm" }) {
       ... on RegisterLeadPayload { receipt { id } } } }`,
    { companyName },
  );
  return registerLead.receipt.id;
}

async function fieldOf(receiptId: string, field: 'document' | 'link'): Promise<string> {
  const query = `query ($id: ID!) { receipt(id: $id) { told: ${field} } }`;
  const { receipt } = await api.query<{ receipt: { told: string } }, object>(anna, query, {
    id: receiptId,
  });
  return receipt.told;
}

beforeAll(async () => {
  authority = HAS_OPENSSL ? await openAuthority() : null;
  api = await openTestApi({
    started: true,
    env: authority ? { TIMESTAMP_URL: authority.url } : {},
  });
  anna = await api.user('REP', { name: 'Anna', territory: 'SOUTH' });
  dir = await mkdtemp(join(tmpdir(), 'leadwarden-receipt-'));
  await register('Hotel Alpha');
  id = await register('Müllers „Küche“ & Söhne <GmbH>');
  await register('Hotel Gamma');
  await api.app.receipts.seal();
  document = await fieldOf(id, 'document');
  await writeFile(join(dir, 'receipt.json'), document);
});

afterAll(async () => {
  await api?.[Symbol.asyncDispose]();
  await authority?.[Symbol.asyncDispose]();
  await rm(dir, { recursive: true, force: true });
});

async function cli(...args: string[]) {
  let said = '';
  const code = await runCli(['verify', ...args], {
    env: { DATA_DIR: join(dir, 'none') },
    out: (text) => {
      said += text;
    },
    err: (text) => {
      said += text;
    },
  });
  return { code, said };
}

describe('leadwarden verify', () => {
  test('says what a receipt proves and what it does not, without opening anything', async () => {
    const { keys } = await readLog();
    const fingerprint = keys[0]?.fingerprint ?? '';
    const file = join(dir, 'receipt.json');
    const { code, said } = await cli(file, '--fingerprint', fingerprint);
    expect(code).toBe(0);
    expect(said).toContain('Genuine and sealed\n');
    expect(said).toContain(
      'Receipt: Registration of a lead\nCompany: Müllers „Küche“ & Söhne <GmbH>',
    );
    expect(said).toContain('no protected lead matched under version 1 of the matching rules');
    expect(said).toContain(`Fingerprint of the key: ${fingerprint}`);
    expect(said).toContain('Keys are named as trusted: verified');
    expect(said).toContain(
      '- whether the protection still lasts: later events have receipts of their own',
    );
    expect(existsSync(join(dir, 'none'))).toBe(false);
    const german = await cli(file, '--language', 'de');
    expect(german.said).toContain('Echt und versiegelt\n');
    expect(german.said).toContain('Was damit nicht bewiesen ist:');
  });

  test('refuses what was changed, a key that is not trusted, and a checkpoint of another log', async () => {
    const forged = join(dir, 'forged.json');
    await writeFile(forged, document.replace('leadwarden-receipt/1', 'leadwarden-receipt/2'));
    expect(await cli(forged)).toMatchObject({ code: 1 });
    const file = join(dir, 'receipt.json');
    const other = await cli(file, '--fingerprint', '00'.repeat(32));
    expect(other.code).toBe(1);
    expect(other.said).toContain('NOT VALID');
    // The first one that covers the receipt; the log may have gone on.
    const { proof } = JSON.parse(document);
    const note = proof.slice(proof.indexOf('\n\n') + 2);
    const kept = join(dir, 'kept.txt');
    await writeFile(kept, note);
    expect(await cli(file, '--checkpoint', kept)).toMatchObject({ code: 0 });
    await writeFile(kept, note.replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(43)}=\n`));
    const rewritten = await cli(file, '--checkpoint', kept);
    expect(rewritten.code).toBe(1);
    expect(rewritten.said).toMatch(/The log has shown two different trees of \d receipts\./);
    expect(await cli(join(dir, 'missing.json'))).toMatchObject({ code: 1 });
  });
});

describe('independent programs', () => {
  test('jose accepts the signature', async () => {
    const { receipt, keys } = JSON.parse(document);
    const key = await importJWK({ ...keys[0], alg: 'EdDSA' }, 'EdDSA');
    const { payload } = await compactVerify(receipt, key);
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ kind: 'LEAD_REGISTERED' });
  });

  test.skipIf(!HAS_OPENSSL || !existsSync('/usr/bin/jq'))(
    'OpenSSL and the lines of docs/receipts.md come to the same, and refuse another receipt',
    async () => {
      const [, script = ''] =
        /```sh\n([\s\S]*?)```/.exec(await readFile('docs/receipts.md', 'utf8')) ?? [];
      expect(script.trim().split('\n').length).toBeLessThanOrEqual(60);
      await writeFile(join(dir, 'check.sh'), `set -eo pipefail\n${script}`);
      if (authority)
        await copyFile(join(authority.dir, 'authority.pem'), join(dir, 'authority.pem'));
      const check = () => run('bash', ['check.sh'], { cwd: dir });
      const { stdout } = await check();
      expect(stdout).toContain('Signature Verified Successfully');
      expect(stdout).toMatch(
        /the receipt is in the log of leadwarden\/receipts\/\S+, among the first \d/,
      );
      if (authority) expect(stdout).toContain('Verification: OK');
      const { receipt, disclosures, ...rest } = JSON.parse(document);
      const changed = [
        { ...rest, disclosures, receipt: receipt.replace(/.{4}$/, 'AAAA') },
        { ...rest, receipt, disclosures: [`${disclosures[0].slice(0, -4)}AAAA`] },
        { ...rest, receipt, disclosures, proof: rest.proof.replace('index 1', 'index 0') },
      ];
      for (const other of changed) {
        await writeFile(join(dir, 'receipt.json'), JSON.stringify(other));
        await expect(check()).rejects.toThrow('Command failed');
      }
      await writeFile(join(dir, 'receipt.json'), document);
    },
  );
});

describe.skipIf(!HAS_OPENSSL)('the stamp of an authority', () => {
  test('is verified with the receipt, and no byte of it can be changed', async () => {
    const { verdict, stamp } = await verifyDocument(document, { verifyTimestamp });
    expect([verdict, stamp?.authority]).toEqual(['SEALED', 'Authority, Stamps']);
    const { timestamp, proof } = JSON.parse(document);
    const token = Buffer.from(timestamp, 'base64');
    const stamped = new TextEncoder().encode(proof.slice(proof.indexOf('\n\n') + 2));
    await verifyTimestamp(new Uint8Array(token), stamped);
    const believed: number[] = [];
    for (let at = 0; at < token.length; at += 1) {
      const changed = new Uint8Array(token);
      changed[at] = (changed[at] ?? 0) ^ 0x20;
      await verifyTimestamp(changed, stamped).then(
        () => believed.push(at),
        () => {},
      );
    }
    expect(believed).toEqual([]);
    await expect(verifyTimestamp(new Uint8Array(token), stamped.slice(1))).rejects.toThrow();
  });

  test('comes later when the authority is away, and costs nothing else', async () => {
    if (!authority) throw new Error('There is no authority.');
    authority.away = true;
    const next = await register('Hotel Delta');
    await api.app.receipts.seal();
    expect(JSON.parse(await fieldOf(next, 'document'))).toMatchObject({ timestamp: null });
    authority.away = false;
    api.clock.advance({ minutes: 2 });
    await api.app.receipts.catchUp();
    expect((await readLog()).checkpoint.stampedAt).not.toBeNull();
    const stamped = await fieldOf(next, 'document');
    expect((await verifyDocument(stamped, { verifyTimestamp })).stamp).not.toBeNull();
    const asked = authority.asked;
    await api.app.receipts.catchUp();
    expect(authority.asked).toBe(asked);
  });
});

describe('over HTTP', () => {
  const uuid = () => Buffer.from(id, 'base64').toString().split(':')[1] ?? '';
  const get = (path: string, as: ApiUser | null, headers: Record<string, string> = {}) =>
    api.app.fetch(
      new Request(`http://localhost${path}`, {
        headers: { ...headers, ...(as ? { authorization: `Bearer ${as.token}` } : {}) },
      }),
    );

  test('a receipt is a file for its agent, and nothing for others', async () => {
    const path = `/receipts/${uuid()}.json`;
    const file = await get(path, anna);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(JSON.parse(await file.text()).receipt).toBe(JSON.parse(document).receipt);
    const bob = await api.user('REP', { name: 'Bob' });
    const board = await api.user('WALLBOARD');
    expect((await get(path, bob)).status).toBe(404);
    expect((await get(path, board)).status).toBe(404);
    expect((await get(path, null)).status).toBe(401);
    expect((await get('/receipts/x', anna)).status).toBe(404);
  });

  test('a receipt is a page to print in the language of the browser, by a link for a quarter of an hour', async () => {
    const link = await fieldOf(id, 'link');
    const german = await get(link, null, { 'accept-language': 'de' });
    const page = await german.text();
    expect(german.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('Müllers „Küche“ &amp; Söhne &lt;GmbH&gt;');
    expect(page).toContain('Was damit nicht bewiesen ist');
    expect(page.match(/<svg /g)).toHaveLength(2);
    const english = await (await get(link, null, { 'accept-language': 'en' })).text();
    expect(english).toContain('Genuine and sealed');
    expect(
      (
        await get(
          link.replace(/key=(.)/, (_, digit) => `key=${digit === '0' ? '1' : '0'}`),
          null,
        )
      ).status,
    ).toBe(401);
    expect((await get(link.replace(/until=1/, 'until=2'), null)).status).toBe(401);
    api.clock.advance({ minutes: 16 });
    expect((await get(link, null)).status).toBe(401);
    api.clock.advance({ minutes: -16 });
  });

  test('the keys are for everybody', async () => {
    const { keys } = (await (await get('/.well-known/jwks.json', null)).json()) as {
      keys: object[];
    };
    expect(keys).toEqual([{ ...JSON.parse(document).keys[0], alg: 'EdDSA', use: 'sig' }]);
  });
});

describe('docs/verify.html', () => {
  test('is what the program verifies by; `npm run docs` writes it', async () => {
    expect((await readFile(VERIFY_PAGE, 'utf8')) === (await verifyPage())).toBe(true);
  });

  describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());

    test('verifies from a disk, without a request, in German and English', async () => {
      const page = await browser.newPage({ locale: 'de-DE' });
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      const address = pathToFileURL(VERIFY_PAGE).href;
      await page.goto(address);
      await page.getByLabel('Datei des Belegs (.json)').setInputFiles(join(dir, 'receipt.json'));
      await page.getByText('Echt und versiegelt').waitFor();
      await page.getByText('Müllers „Küche“ & Söhne <GmbH>').waitFor();
      await page.getByRole('heading', { name: 'Was damit nicht bewiesen ist' }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Genuine and sealed').waitFor();
      if (authority) await page.getByText('Authority, Stamps').waitFor();
      await page.getByLabel('or its content').fill(document.replace('index 1', 'index 0'));
      await page.getByText('NOT VALID').waitFor();
      expect(await page.getByText('Müllers').count()).toBe(0);
      expect([requests, complaints]).toEqual([[address], []]);
      await page.close();
    });
  });
});
