import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createSmtpTransport } from '../../../src/features/mail/smtp-transport.js';
import { createRemoteKeys } from '../../../src/features/sign-in/remote-keys.js';
import { createRedisWakeUp } from '../../../src/platform/events/wake-up-redis.js';
import { createRedisLimiter } from '../../../src/platform/limits/limiter-redis.js';
import { createOutboundGuard } from '../../../src/platform/outbound/outbound-guard.js';
import { createPoster } from '../../../src/platform/outbound/post.js';
import { parseNetworks } from '../../../src/platform/outbound/public-address.js';
import { HOSTILITIES, type Hostility, startHostileServer } from '../../support/hostile-server.js';

const log = pino({ level: 'silent' });
const clock = () => new Date('2026-03-03T09:00:00Z');
const EMAIL = {
  recipient: 'anna@example.com',
  locale: 'de',
  messageId: '<1@example.com>',
  subject: 'Frist',
  text: 'Text',
  html: '<p>Text</p>',
};

function poster() {
  const guard = createOutboundGuard({ allowed: parseNetworks('127.0.0.0/8') ?? [] });
  return createPoster({ guard, timeoutMs: 200 });
}

/** Everything that calls out; each resolves to whether the other side was believed. */
const CALLS: Record<string, (port: number) => Promise<boolean>> = {
  async webhook(port) {
    const sending = poster();
    try {
      const url = new URL(`http://127.0.0.1:${port}/hook`);
      const { statusCode } = await sending.send({ url, headers: {}, body: '{}' });
      return statusCode >= 200 && statusCode < 300;
    } finally {
      sending.close();
    }
  },
  async 'webhook over TLS'(port) {
    const sending = poster();
    try {
      const url = new URL(`https://127.0.0.1:${port}/hook`);
      await sending.send({ url, headers: {}, body: '{}' });
      return true;
    } finally {
      sending.close();
    }
  },
  async 'mail server'(port) {
    const timeouts = { greetingMs: 200, silenceMs: 200, mailMs: 400 };
    const url = `smtp://127.0.0.1:${port}`;
    const transport = createSmtpTransport({ url, from: 'leads@example.com', timeouts });
    try {
      await transport.send(EMAIL, new AbortController().signal);
      return true;
    } finally {
      transport.close();
    }
  },
  async 'identity provider'(port) {
    const keys = createRemoteKeys(new URL(`http://127.0.0.1:${port}/jwks`), log, 200);
    await keys({ alg: 'ES256' }, { payload: '', signature: '' }, clock());
    return true;
  },
  async 'Redis that wakes'(port) {
    const url = `redis://127.0.0.1:${port}`;
    const wakeUp = createRedisWakeUp({ url, log, startTimeoutMs: 200 });
    await wakeUp.start();
    await wakeUp.announce(1);
    await wakeUp.stop();
    return false;
  },
  async 'Redis that counts'(port) {
    const url = `redis://127.0.0.1:${port}`;
    const limiter = createRedisLimiter({ url, log, clock, startTimeoutMs: 200 });
    await limiter.start();
    await limiter.draw('a', { limit: 1, windowMs: 1_000 }, 1);
    await limiter.stop();
    return false;
  },
};

describe.each(Object.keys(CALLS))('a call to a %s', (kind) => {
  test.each(Object.keys(HOSTILITIES) as Hostility[])('settles when it %s', async (hostility) => {
    const clientSpeaksFirst = kind !== 'mail server';
    await using server = await startHostileServer(hostility, { clientSpeaksFirst });
    const believed = await CALLS[kind]?.(server.port).catch(() => false);
    expect(believed).toBe(false);
  });
});
