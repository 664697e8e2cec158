import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What the server does with a mail: takes it, refuses it, breaks off in the middle, never answers. */
export type Behaviour = 'accept' | 'drop' | 'hang' | { at: 'RCPT' | 'DATA'; code: number };

export interface MailServer extends AsyncDisposable {
  url: string;
  /** What was accepted, headers and all. */
  accepted: { recipient: string; raw: string }[];
  /** Every recipient that was named, accepted or not. */
  named: string[];
}

/** A real SMTP server on the loopback. `behave` decides by recipient and by how often it was named. */
export async function startMailServer(
  behave: (recipient: string, time: number) => Behaviour = () => 'accept',
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const accepted: MailServer['accepted'] = [];
  const named: string[] = [];
  const sockets = new Map<number, Socket>();
  const behaviours = new Map<string, Behaviour>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    ...options,
    onRcptTo({ address }, session, callback) {
      named.push(address);
      const behaviour = behave(address, named.filter((name) => name === address).length);
      behaviours.set(session.id, behaviour);
      if (typeof behaviour === 'object' && behaviour.at === 'RCPT') callback(reply(behaviour.code));
      else callback();
    },
    onData(stream, session, callback) {
      const behaviour = behaviours.get(session.id) ?? 'accept';
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (behaviour === 'drop') sockets.get(session.remotePort)?.destroy();
      });
      stream.on('end', () => {
        if (behaviour === 'hang') return;
        if (typeof behaviour === 'object') return callback(reply(behaviour.code));
        const [recipient] = session.envelope.rcptTo;
        const raw = Buffer.concat(chunks).toString('utf8');
        accepted.push({ recipient: recipient?.address ?? '', raw });
        callback(null, `queued ${/^Message-ID: (.*)$/im.exec(raw)?.[1]}`);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    named,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function reply(code: number): Error {
  return Object.assign(new Error(`refused with ${code}`), { responseCode: code });
}
