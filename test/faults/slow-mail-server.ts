import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mail that the server took: its answer has left for the one who sent it. */
export interface TakenMail {
  readonly messageId: string;
  readonly answer: string;
}

export interface SlowMailServer extends AsyncDisposable {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** Message-IDs of mails whose end has come and that are not answered yet. */
  readonly unanswered: ReadonlySet<string>;
  /** How many were refused for now. */
  readonly refused: number;
}

/** Every so many recipients, and every so many mails, are refused for now. */
const REFUSED = { recipient: 7, mail: 11 } as const;

/**
 * An SMTP server that does nothing but what RFC 5321 says, slowly: a mail is taken when the operating system has
 * taken the answer that says so, and never otherwise.
 */
export async function startSlowMailServer(answerMs: number): Promise<SlowMailServer> {
  const taken: TakenMail[] = [];
  const unanswered = new Set<string>();
  const sockets = new Set<Socket>();
  let [recipients, mails, refused] = [0, 0, 0];

  function converse(socket: Socket): void {
    sockets.add(socket);
    socket.setEncoding('utf8').on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      unanswered.delete(underWay);
    });
    let [rest, underWay, letter] = ['', '', null as string[] | null];

    const say = (line: string, then = () => {}) =>
      setTimeout(() => {
        if (!socket.destroyed) socket.write(`${line}\r\n`, (error) => error || then());
      }, answerMs);

    function end(lines: readonly string[]): void {
      const header = lines.find((line) => /^message-id:/i.test(line)) ?? '';
      const messageId = header.slice(header.indexOf(':') + 1).trim();
      mails += 1;
      if (mails % REFUSED.mail === 0) {
        refused += 1;
        return void say('451 4.3.2 Later');
      }
      const answer = `250 2.0.0 Queued as ${mails}`;
      underWay = messageId;
      unanswered.add(messageId);
      say(answer, () => {
        unanswered.delete(messageId);
        taken.push({ messageId, answer });
      });
    }

    function hear(line: string): void {
      if (letter) {
        if (line !== '.') return void letter.push(line);
        const lines = letter;
        letter = null;
        end(lines);
        return;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        letter = [];
        return void say('354 Go on');
      }
      if (verb === 'RCPT') {
        recipients += 1;
        if (recipients % REFUSED.recipient === 0) {
          refused += 1;
          return void say('451 4.2.1 Later');
        }
      }
      if (verb === 'QUIT') return void socket.end('221 Bye\r\n');
      say(verb === 'EHLO' ? '250 slow.example' : '250 OK');
    }

    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    socket.write('220 slow.example\r\n');
  }

  const server = createServer(converse).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    unanswered,
    get refused() {
      return refused;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
