import { chmod, rename, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import type { Logger } from 'pino';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import {
  type CommandAnswer,
  type CommandRequest,
  commandSocket,
  linesOf,
  MAX_REQUEST_BYTES,
} from './command-socket.js';

export interface CommandServer {
  /** Takes no more commands and cuts those off that run, which end as by Ctrl-C. */
  stop(): Promise<void>;
}

/**
 * Lets `leadwarden seed`, `user`, `token` … work while this process has the embedded database open. Only processes
 * that may write to the data directory may give commands.
 */
export async function serveCommands(
  { app, config }: { app: App; config: Config },
  databaseDir: string,
  log: Logger,
): Promise<CommandServer> {
  const at = commandSocket(databaseDir);
  const open = new Set<Socket>();
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    const run = answer(socket, app, config)
      .catch((error: unknown) => log.error({ err: error }, 'a command failed'))
      .finally(() => {
        socket.destroy();
        running.delete(run);
      });
    running.add(run);
  });
  // Visible only once its mode is right.
  const hidden = `${at}.${process.pid}`;
  await rm(hidden, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(hidden, resolve);
  });
  await chmod(hidden, 0o600);
  await rename(hidden, at);
  return {
    async stop() {
      await rm(at, { force: true });
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await Promise.all([closed, ...running]);
    },
  };
}

async function answer(socket: Socket, app: App, config: Config): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  const tell = (line: CommandAnswer) => {
    if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
  };
  const lines = linesOf(socket.iterator({ destroyOnReturn: false }), MAX_REQUEST_BYTES);
  const { value } = await lines.next();
  await lines.return(undefined);
  if (value === undefined) return;
  // Nothing more comes, but that the other side is gone is only noticed by reading on.
  socket.resume();
  const { args, files } = JSON.parse(value) as CommandRequest;
  const contents = Object.entries(files).map(
    ([name, content]) => [name, Buffer.from(content, 'base64')] as const,
  );
  const terminal = {
    env: {},
    out: (text: string) => tell({ out: text }),
    err: (text: string) => tell({ err: text }),
  };
  const host = { app, config, files: new Map(contents), signal: gone.signal };
  const { runCli } = await import('./run-cli.js');
  try {
    tell({ code: await runCli(args, terminal, host) });
  } catch (error) {
    tell({ err: 'error: The command failed; the log of the server says why.\n' });
    tell({ code: 1 });
    throw error;
  } finally {
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.end(resolve);
    });
  }
}
