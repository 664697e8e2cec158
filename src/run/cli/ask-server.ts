import { connect, type Socket } from 'node:net';
import path from 'node:path';
import type { Config } from '../config.js';
import { ServerEnded } from './command-error.js';
import { type CommandAnswer, commandSocket, linesOf, MAX_REQUEST_BYTES } from './command-socket.js';
import type { Shell } from './shell.js';

interface Asked {
  readonly files?: ReadonlyMap<string, Buffer>;
  readonly signal?: AbortSignal;
}

/** Where the demo keeps its data. */
const DEMO_DIR = path.join('.data', 'demo');

/**
 * Gives the command to the server that has the embedded database open. Without DATA_DIR that is the one of `.data`,
 * or else the demo.
 * @returns false if none runs
 * @throws ServerEnded if the command did not do its work
 */
export async function askServer(
  { database, dataDir }: Config,
  shell: Shell,
  asked: Asked = {},
): Promise<boolean> {
  if (database.kind !== 'pglite') return false;
  const name = path.basename(database.dir);
  const dirs = [dataDir, ...(shell.env.DATA_DIR?.trim() ? [] : [DEMO_DIR])];
  for (const dir of dirs) {
    const socket = await reach(commandSocket(path.join(dir, name)));
    if (!socket) continue;
    if (dir !== dataDir) shell.err(`(by the demo, which runs on ${dir})\n`);
    await converse(socket, shell, asked);
    return true;
  }
  return false;
}

function reach(at: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(at);
    socket.once('connect', () => resolve(socket));
    // There is none, or its process is gone. Opening the directory will show whether another process has it.
    socket.once('error', () => resolve(null));
  });
}

async function converse(
  socket: Socket,
  shell: Shell,
  { files = new Map(), signal }: Asked,
): Promise<void> {
  const cut = () => socket.destroy();
  signal?.addEventListener('abort', cut);
  const named = [...files].map(([name, content]) => [name, content.toString('base64')] as const);
  socket.write(`${JSON.stringify({ args: shell.args, files: Object.fromEntries(named) })}\n`);
  try {
    for await (const line of linesOf(socket, MAX_REQUEST_BYTES)) {
      const answer = JSON.parse(line) as CommandAnswer;
      if ('out' in answer) shell.out(answer.out);
      else if ('err' in answer) shell.err(answer.err);
      else if (answer.code === 0) return;
      else throw new ServerEnded(answer.code);
    }
  } finally {
    signal?.removeEventListener('abort', cut);
    socket.destroy();
  }
  shell.err('error: The server stopped before the command had ended.\n');
  throw new ServerEnded(1);
}
