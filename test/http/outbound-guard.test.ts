import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { createOutboundGuard } from '../../src/platform/outbound/outbound-guard.js';
import { createPoster } from '../../src/platform/outbound/post.js';
import { parseNetworks } from '../../src/platform/outbound/public-address.js';
import { startReceiver } from '../features/webhooks/receiver.js';

const strict = createOutboundGuard({ allowed: [] });
const HOST = 'hooks.example';

/** A name server whose answers are these, one after the other. */
function resolver(...answers: string[][]): LookupFunction {
  return (_hostname, _options, callback) => {
    const addresses = answers.length > 1 ? answers.shift() : answers[0];
    callback(
      null,
      (addresses ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

const refusalOf = (url: string, answers: string[] = [], networks = '') => {
  const allowed = networks ? (parseNetworks(networks) ?? []) : [];
  return createOutboundGuard({ allowed, lookup: resolver(answers) })
    .checkNow(new URL(url))
    .then(() => null)
    .catch((error: Error) => error.message);
};

const PUBLIC = ['8.8.8.8', '93.184.215.14', '[2606:4700::1111]'];
const NOT_PUBLIC = [
  ...['127.0.0.1', '127.255.0.9', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192'],
  ...['192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
  ...['240.0.0.1', '255.255.255.255', '168.63.129.16'],
  // Other spellings of 127.0.0.1.
  ...['2130706433', '0x7f000001', '0x7f.1', '017700000001', '127.1', '１２７.0.0.1'],
  ...['[::]', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:8.8.8.8]', '[::127.0.0.1]', '[fe80::1]'],
  ...['[fc00::1]', '[fd00:ec2::254]', '[fec0::1]', '[ff02::1]', '[64:ff9b::7f00:1]'],
  ...['[64:ff9b:1::a00:1]', '[2002:7f00:1::]', '[2001:0:1::1]', '[2001:db8::1]', '[100::1]'],
  ...['[4000::1]'],
];

test.each(PUBLIC)('https://%s/ is a public address', async (host) => {
  expect(await refusalOf(`https://${host}/`)).toBeNull();
});

test.each(NOT_PUBLIC)('https://%s/ is refused', async (host) => {
  expect(await refusalOf(`https://${host}/`)).toMatch(/^leads to .*, allowed are public addresses/);
});

test.each(
  NOT_PUBLIC.filter((host) => !/^[\dx.]*x|^\d+$|^127\.1$|^0177|^１/.test(host)),
)('a name that leads to %s is refused', async (host) => {
  const address = host.replace(/[[\]]/g, '');
  expect(await refusalOf(`https://${HOST}/`, [address])).toMatch(/^leads to /);
  expect(await refusalOf(`https://${HOST}/`, ['8.8.8.8', address])).toMatch(/^leads to /);
});

test.each([
  ['http://8.8.8.8/', /^http leads to 8.8.8.8, allowed is https/],
  ['ftp://8.8.8.8/', /^begins with ftp:/],
  ['file:///etc/passwd', /^begins with file:/],
  ['https://user@8.8.8.8/', /^holds a user name/],
  ['https://:secret@8.8.8.8/', /^holds a user name/],
  ['https://8.8.8.8:22/', /^has the port 22/],
  ['https://8.8.8.8:25/', /^has the port 25/],
  ['https://8.8.8.8:0/', /^has the port 0/],
])('%s is refused', async (url, refusal) => {
  expect(await refusalOf(url)).toMatch(refusal);
});

test('a name that leads to the internet passes with TLS, and without it only to allowed networks', async () => {
  expect(await refusalOf(`https://${HOST}/`, ['8.8.8.8', '2606:4700::1111'])).toBeNull();
  expect(await refusalOf(`https://${HOST}:8443/`, ['8.8.8.8'])).toBeNull();
  expect(await refusalOf(`http://${HOST}/`, ['8.8.8.8'])).toMatch(/^http leads to/);
  const networks = '10.1.0.0/16, fd00::/8';
  expect(await refusalOf(`http://${HOST}/`, ['10.1.2.3', 'fd00::1'], networks)).toBeNull();
  expect(await refusalOf('https://[::ffff:10.1.2.3]/', [], networks)).toBeNull();
  expect(await refusalOf(`http://${HOST}/`, ['10.2.0.1'], networks)).toMatch(/^http leads to/);
  expect(await refusalOf('https://10.2.0.1/', [], networks)).toMatch(/^leads to/);
});

const post = { headers: {}, body: '{}' };

test('a name that led to the internet when it was entered cannot lead here when it is connected to', async () => {
  await using receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  const lookup = resolver(['8.8.8.8'], ['127.0.0.1']);
  const guard = createOutboundGuard({ allowed: [], lookup });
  const url = new URL(`https://${HOST}:${port}/`);
  await guard.checkNow(url);
  const poster = createPoster({ guard, timeoutMs: 5_000 });
  await expect(poster.send({ ...post, url })).rejects.toThrow('leads to 127.0.0.1');
  await expect(poster.send({ ...post, url: new URL(receiver.url) })).rejects.toThrow(
    'http leads to 127.0.0.1',
  );
  poster.close();
  expect(receiver.received).toEqual([]);
});

test('what is connected to is what was looked up and checked', async () => {
  await using receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  let asked = 0;
  const guard = createOutboundGuard({
    allowed: parseNetworks('127.0.0.0/8') ?? [],
    lookup: (hostname, options, callback) => {
      asked += 1;
      resolver(['127.0.0.1'])(hostname, options, callback);
    },
  });
  const poster = createPoster({ guard, timeoutMs: 5_000 });
  const url = new URL(`http://${HOST}:${port}/hooks`);
  expect(await poster.send({ ...post, url })).toMatchObject({ statusCode: 204 });
  poster.close();
  expect(asked).toBe(1);
  expect(receiver.received[0]?.headers.host).toBe(`${HOST}:${port}`);
});

test('a redirect is an answer and is not followed', async () => {
  await using redirecting = await startReceiver();
  await using inner = await startReceiver();
  redirecting.answerNext({ status: 307, headers: { location: inner.url } });
  const guard = createOutboundGuard({ allowed: parseNetworks('127.0.0.1') ?? [] });
  const poster = createPoster({ guard, timeoutMs: 5_000 });
  const url = new URL(redirecting.url);
  expect(await poster.send({ ...post, url })).toMatchObject({ statusCode: 307 });
  poster.close();
  expect(inner.received).toEqual([]);
});

test('what cannot be resolved yet may be entered with TLS', async () => {
  const lookup: LookupFunction = (_hostname, _options, callback) =>
    callback(new Error('ENOTFOUND'), '');
  const guard = createOutboundGuard({ allowed: [], lookup });
  await guard.checkNow(new URL(`https://${HOST}/`));
  await expect(guard.checkNow(new URL(`http://${HOST}/`))).rejects.toThrow('http leads nowhere');
});

test('the form alone is checked without asking anybody', () => {
  strict.check(new URL(`https://${HOST}/`));
  expect(() => strict.check(new URL('https://[::1]/'))).toThrow('leads to ::1');
});
