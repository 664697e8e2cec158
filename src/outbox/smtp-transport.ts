import { createTransport, type NodemailerError } from 'nodemailer';
import { DeliveryError, type DeliveryFailure, type MailTransport } from './transport.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, such as `Leadwarden <leads@example.com>`. */
  readonly from: string;
  /** How long one mail may take from connecting to the server's last word. */
  readonly timeoutMs?: number;
}

/** Well below the lease of the dispatcher: a mail is given up before somebody else takes it. */
export const SMTP_TIMEOUT_MS = 30_000;

/** Sends each mail over a connection of its own. */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const { url, from, timeoutMs = SMTP_TIMEOUT_MS } = options;
  const mailer = createTransport({
    url,
    connectionTimeout: Math.min(10_000, timeoutMs),
    greetingTimeout: Math.min(10_000, timeoutMs),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    keepsCopy: false,
    async send({ recipient, subject, text, html, messageId, locale }) {
      try {
        await mailer.sendMail({
          from,
          // As an object, so that a recipient is one address and never a list of them.
          to: { name: '', address: recipient },
          subject,
          text,
          html,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
          // The other timeouts are for silence; this one ends a server that answers drop by drop.
          signal: AbortSignal.timeout(timeoutMs),
        });
      } catch (error) {
        throw deliveryError(error);
      }
    },
  };
}

function deliveryError(error: unknown): DeliveryError {
  if (!(error instanceof Error)) return new DeliveryError('deferred', String(error));
  return new DeliveryError(failureOf(error), error.message, { cause: error });
}

/** The commands whose refusal is about the mail; before them the server refuses the sender. */
const MAIL_COMMANDS = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** Refusals that are about the sender in those commands too: closing down, sign in first, use TLS. */
const SENDER_CODES = new Set([421, 530, 534, 535, 538]);

const NO_CONNECTION = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG']);

function failureOf(error: NodemailerError): DeliveryFailure {
  const { code = '', command = '', responseCode, originalCode = '', timeoutType } = error;
  if (responseCode) {
    if (!MAIL_COMMANDS.has(command) || SENDER_CODES.has(responseCode)) return 'unreachable';
    return responseCode >= 500 ? 'rejected' : 'deferred';
  }
  // Refused before it was sent: an address that cannot be one, a mail larger than the server takes.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'rejected';
  if (NO_CONNECTION.has(code)) return 'unreachable';
  // A connection that broke later may be this mail's fault; it must not keep the others waiting.
  if (/^E(CONNREFUSED|HOSTUNREACH|NETUNREACH)$/.test(originalCode)) return 'unreachable';
  const neverSpoke = timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT';
  return neverSpoke ? 'unreachable' : 'deferred';
}
