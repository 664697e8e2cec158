import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataDir } from '../ops/make-data-dir.js';
import { DataDirInUseError, EXIT, StartUpError } from '../ops/start-up-error.js';

/** Held until `release`, or until the process ends in any way. */
export interface DataDirLock {
  release(): Promise<void>;
}

type Claim = 'asking' | 'holding';

const ATTEMPTS = 10;
const ANSWER_TIMEOUT_MS = 1_000;
/** Longest path of a Unix socket: 103 bytes on macOS, 107 on Linux. */
const MAX_SOCKET_PATH = 103;

/**
 * Locks `dir` for this process, or throws naming the process that holds it. Node has no flock, and a file with a pid
 * in it can lie; a listening Unix socket cannot: the kernel refuses connections to it as soon as its process is gone.
 *
 * Every process that wants the lock first listens on a socket of its own under `dir`/lock and then looks at the
 * others. One that refuses is dead for good, because names are never used twice, and is swept away. One that accepts
 * is alive, and no other process takes the lock past it. Of two that ask at once at least the later sees the earlier;
 * when both see each other both step back and try again. The directory must be on a local disk: a socket does not
 * reach across machines.
 */
export async function lockDataDir(dir: string): Promise<DataDirLock> {
  const lockDir = path.resolve(dir, 'lock');
  await makeDataDir(lockDir);
  for (let attempt = 1; ; attempt++) {
    const own = await listenInside(lockDir);
    try {
      const rival = await findLivingRival(lockDir, own.name);
      if (!rival) {
        own.claim = 'holding';
        return { release: () => own.close() };
      }
      if (rival.claim === 'holding' || attempt === ATTEMPTS) {
        throw new DataDirInUseError(path.resolve(dir), rival.pid);
      }
    } catch (error) {
      await own.close();
      throw error;
    }
    await own.close();
    await sleep(20 + Math.random() * 50 * attempt);
  }
}

interface OwnSocket {
  name: string;
  claim: Claim;
  close(): Promise<void>;
}

/** A socket that answers every connection with the claim of this process. */
async function listenInside(lockDir: string): Promise<OwnSocket> {
  const name = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const visible = path.join(lockDir, `${name}.sock`);
  const starting = path.join(lockDir, `${name}.new`);
  const open = new Set<Socket>();
  const own: OwnSocket = {
    name: `${name}.sock`,
    claim: 'asking',
    async close() {
      await rm(visible, { force: true });
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    socket.end(own.claim);
  });
  // The lock alone does not keep the process running.
  server.unref();
  await listen(server, socketPath(starting));
  // Only a socket that listens already may be seen: a bound one that does not yet looks dead.
  await rename(starting, visible);
  return own;
}

function listen(server: Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new StartUpError(
          `The data directory cannot be locked with the Unix socket ${socket}: ${error.message}. ` +
            'DATA_DIR must be on a local disk whose file system has sockets, and writable for this user.',
          EXIT.config,
          { cause: error },
        ),
      );
    });
    server.listen(socket, resolve);
  });
}

async function findLivingRival(
  lockDir: string,
  ownName: string,
): Promise<{ pid: string; claim: Claim } | undefined> {
  const names = (await readdir(lockDir)).filter((name) => name.endsWith('.sock'));
  for (const name of names.filter((candidate) => candidate !== ownName)) {
    const claim = await askForClaim(socketPath(path.join(lockDir, name)));
    if (claim !== 'dead') return { pid: name.split('-', 1)[0] ?? 'unknown', claim };
    await rm(path.join(lockDir, name), { force: true });
  }
  return undefined;
}

/** A process that does not clearly refuse counts as alive: a stopped or busy process still holds its lock. */
function askForClaim(socket: string): Promise<Claim | 'dead'> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    let answer = '';
    connection.setTimeout(ANSWER_TIMEOUT_MS, () => {
      connection.destroy();
      resolve('holding');
    });
    connection.on('data', (chunk) => {
      answer += chunk;
    });
    connection.on('end', () => resolve(answer === 'asking' ? 'asking' : 'holding'));
    connection.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'dead' : 'holding');
    });
  });
}

/** The shorter of the absolute and the relative path, because sockets allow only about a hundred bytes. */
export function socketPath(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  const shorter = relative.length < absolute.length ? relative : absolute;
  if (Buffer.byteLength(shorter) > MAX_SOCKET_PATH) {
    throw new StartUpError(
      `The data directory cannot be locked: the path of its socket, ${shorter}, is longer than ` +
        `${MAX_SOCKET_PATH} bytes. Choose a shorter DATA_DIR.`,
      EXIT.config,
    );
  }
  return shorter;
}
