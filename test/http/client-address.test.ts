import { expect, test } from 'vitest';
import { createClientAddress } from '../../src/http/client-address.js';
import { parseConfig } from '../../src/run/config.js';

test.each<[string, string, string | undefined, string | undefined, string]>([
  ['what a client says of itself does not count', '0', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
  ['behind one proxy, whom it names last counts', '1', '10.0.0.1', '1.1.1.1, 2.2.2.2', '2.2.2.2'],
  ['behind two, the one before', '2', '10.0.0.1', '9.9.9.9, 1.1.1.1, 2.2.2.2', '1.1.1.1'],
  ['a proxy that names nobody is the client itself', '1', '10.0.0.1', undefined, '10.0.0.1'],
  ['what is no address is not believed', '1', '10.0.0.1', '1.1.1.1, <script>', '10.0.0.1'],
  ['named proxies are passed over', '10.0.0.0/8', '10.0.0.1', '1.1.1.1, 10.2.3.4', '1.1.1.1'],
  ['others are clients', '10.0.0.0/8', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
  ['also named by IPv6', '::1', '::1', '1.1.1.1', '1.1.1.1'],
  ['IPv4 within IPv6 is IPv4', '10.0.0.1', '::ffff:10.0.0.1', '1.1.1.1', '1.1.1.1'],
  ['ports do not count', '1', '10.0.0.1', '1.1.1.1:4711', '1.1.1.1'],
  ['of IPv6 the network counts', '0', '2001:db8:0:1:aaaa::1', undefined, '2001:db8:0:1::/64'],
  ['written short', '1', '10.0.0.1', '[2001:DB8::5]:443', '2001:db8:0:0::/64'],
  ['or shorter', '0', '::1', undefined, '0:0:0:0::/64'],
  ['without a connection it is unknown', '0', undefined, '1.1.1.1', 'unknown'],
])('%s', (_rule, TRUST_PROXY, remoteAddress, forwardedFor, expected) => {
  const clientAddress = createClientAddress(parseConfig({ TRUST_PROXY }).trustedProxies);
  expect(clientAddress({ remoteAddress, forwardedFor })).toBe(expected);
});
