import { BlockList, isIP, isIPv6 } from 'node:net';
import type { TrustedProxies } from '../platform/input/limits.js';

/** The parts of a request that tell its origin. */
export interface Arrival {
  /** The other end of the connection; undefined if there is none. */
  readonly remoteAddress: string | undefined;
  /** X-Forwarded-For, to which every proxy appends the address of its client. */
  readonly forwardedFor: string | null | undefined;
}

export type ClientAddress = (arrival: Arrival) => string;

/**
 * Distinguishes clients by address. Entries of X-Forwarded-For before the first trusted proxy may be forged. Of an
 * IPv6 address the first half counts, as clients choose the second half freely.
 */
export function createClientAddress(trusted: TrustedProxies): ClientAddress {
  const isTrusted = createProxyCheck(trusted);
  return ({ remoteAddress, forwardedFor }) => {
    let client = plain(remoteAddress ?? '');
    const named = (forwardedFor ?? '').split(',').map((name) => plain(name.trim()));
    for (let hop = 0; isTrusted(client, hop); hop++) {
      const next = named.pop();
      if (!next) break;
      client = next;
    }
    return client === '' ? 'unknown' : network(client);
  };
}

/** Whether an address, so many proxies before this server, is that of a proxy that is trusted. */
export function createProxyCheck(trusted: TrustedProxies) {
  const networks = trusted.kind === 'addresses' ? blockListOf(trusted.addresses) : null;
  return (address: string, hop: number): boolean => {
    if (trusted.kind === 'hops') return hop < trusted.hops;
    return networks?.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') ?? false;
  };
}

/** Without port and brackets, an IPv4 address as such; empty if it is none. */
function plain(text: string): string {
  const address = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
  return isIP(mapped) === 0 ? '' : mapped;
}

/** An IPv6 address by its first 64 bits, as `2001:db8:0:1::/64`. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function blockListOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', prefix] = entry.split('/');
    const type = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(prefix), type);
  }
  return list;
}
