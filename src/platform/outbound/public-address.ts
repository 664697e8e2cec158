import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A range of addresses that may be connected to although it is not public. */
export type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Public by its number, but within Azure it is the host that answers with secrets of the machine. */
const METADATA = new Set(['168.63.129.16']);

/** The part of IPv6 that is routed in the internet; the rest was never given out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * `10.1.0.0/16`, `fd00::/8`; an address alone is a network of one. Written out in full: `10.1` is 10.0.0.1 to a
 * C library, and was meant for something else. @throws Error
 */
function parseNetwork(text: string): Network {
  const [address = '', prefix] = text.split('/');
  const version = isIP(address);
  if (version === 0) throw new Error(`${JSON.stringify(address)} is no address`);
  return ipaddr.parseCIDR(`${address}/${prefix ?? (version === 4 ? 32 : 128)}`);
}

/** Several with commas between them; null if one is none. */
export function parseNetworks(text: string): Network[] | null {
  try {
    return text.split(',').map((one) => parseNetwork(one.trim()));
  } catch {
    return null;
  }
}

/**
 * Whether an address belongs to a public machine in the internet: not to this one, its neighbours, or the metadata
 * service of a cloud. Unknown ranges are not public. Addresses that carry an IPv4 address to a translator (NAT64,
 * 6to4, Teredo) are refused altogether, as their destination is unknown.
 */
export function isPublicAddress(text: string): boolean {
  const address = parse(text);
  if (address?.range() !== 'unicast' || METADATA.has(address.toString())) return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(GLOBAL_UNICAST);
}

/** Whether an address lies in one of the networks; an IPv4-mapped one counts as the IPv4 address that it is. */
export function isWithin(text: string, networks: readonly Network[]): boolean {
  const address = parse(text);
  if (!address) return false;
  const meant =
    address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress()
      ? (address as ipaddr.IPv6).toIPv4Address()
      : address;
  return networks.some(
    ([network, bits]) => network.kind() === meant.kind() && meant.match(network, bits),
  );
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(text) ? ipaddr.parse(text) : null;
}
