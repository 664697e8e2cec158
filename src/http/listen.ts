import type { Server } from 'node:http';
import { EXIT, StartUpError } from '../platform/ops/start-up-error.js';

/** The errors of system calls, in the words of the environment. */
const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another process listens there; stop it, or set PORT to another one',
  EACCES: 'this user may not; allowed without privileges is a PORT from 1024 to 65535',
  EADDRNOTAVAIL: 'HOST is no address of this machine; allowed are 127.0.0.1, 0.0.0.0 and its own',
  ENOTFOUND: 'HOST is no known name; allowed are addresses of this machine, as 127.0.0.1',
  EAI_AGAIN: 'HOST is no known name; allowed are addresses of this machine, as 127.0.0.1',
};

/** Port and host may be taken until a person or another process gives way. */
const MAY_PASS: ReadonlySet<string> = new Set(['EADDRINUSE', 'EAI_AGAIN']);

/** @throws StartUpError if the address cannot be listened on */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const { code = '' } = error;
      const where = `PORT ${port} at HOST ${host} cannot be listened on`;
      const exitCode = MAY_PASS.has(code) ? EXIT.unavailable : EXIT.config;
      reject(
        new StartUpError(`${where}: ${WHY[code] ?? error.message} (${code})`, exitCode, {
          cause: error,
        }),
      );
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}
