import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { TrustedProxies } from '../platform/input/limits.js';
import { createOpenCounts } from '../platform/limits/open-counts.js';
import { createClientAddress, createProxyCheck } from './client-address.js';

export interface ConnectionLimit {
  readonly perAddress: number;
  /** They connect for many. */
  readonly trustedProxies: TrustedProxies;
}

/** Cuts off what is too many connections from one address; those that become WebSockets are counted as such. */
export function limitConnections(server: Server, limit: ConnectionLimit): void {
  const { perAddress, trustedProxies } = limit;
  const clientAddress = createClientAddress(trustedProxies);
  const isProxy = createProxyCheck(trustedProxies);
  const open = createOpenCounts<string>(perAddress);
  const counted = new WeakMap<Socket, string>();

  // The same function for all: thousands of them stay open.
  function leave(this: Socket): void {
    const address = counted.get(this);
    if (address === undefined) return;
    counted.delete(this);
    open.close(address);
  }
  server.prependListener('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    const address = clientAddress({ remoteAddress, forwardedFor: null });
    if (remoteAddress === undefined || isProxy(remoteAddress, 0)) return;
    if (!open.open(address)) return void socket.destroy();
    counted.set(socket, address);
    socket.once('close', leave);
  });
  server.on('upgrade', (_request, socket: Socket) => leave.call(socket));
}
