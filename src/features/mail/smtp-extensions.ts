import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/**
 * The extensions of a mail server, read over a separate connection: nodemailer exposes only the last answer on its
 * own ones.
 */
export async function learnExtensions(
  url: string,
  options: SMTPConnectionOptions,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const connection = new SMTPConnection({ ...options, ...parseConnectionUrl(url) });
  const letGo = () => connection.close();
  signal.addEventListener('abort', letGo, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.once('end', () => reject(new Error('Connection closed unexpectedly')));
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    const lines = String(connection.lastServerResponse || '').split(/\r?\n/);
    return new Set(lines.map((line) => line.slice(4).split(' ')[0]?.toUpperCase() ?? ''));
  } finally {
    signal.removeEventListener('abort', letGo);
    connection.close();
  }
}
