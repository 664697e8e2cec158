import { createTransport, type NodemailerError } from 'nodemailer';
import { GivenUpError, withinDeadline } from '../../platform/outbound/within-deadline.js';
import { learnExtensions } from './smtp-extensions.js';
import { DeliveryError, type DeliveryFailure, type MailTransport } from './transport.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, such as `Leadwarden <leads@example.com>`. */
  readonly from: string;
  readonly timeouts?: Partial<SmtpTimeouts>;
}

export interface SmtpTimeouts {
  /** Until the server greets, from looking up its name on. */
  readonly greetingMs: number;
  /** Silence of the server after any command, the end of the mail included. */
  readonly silenceMs: number;
  /** The whole of a mail, with a server that answers drop by drop. */
  readonly mailMs: number;
}

/** RFC 5321, 4.5.3.2: five minutes for the greeting, ten for the last word, and less for all between. */
export const SMTP_TIMEOUTS: SmtpTimeouts = {
  greetingMs: 5 * 60_000,
  silenceMs: 10 * 60_000,
  mailMs: 30 * 60_000,
};

/** As many as the dispatcher ever sends at once: the dispatcher decides how many those are. */
const MOST_CONNECTIONS = 128;

/** Then a connection is replaced: servers limit how many mails one may bring. */
const MAILS_PER_CONNECTION = 100;

/** Idle connections are closed before most servers would. */
const IDLE_MS = 20_000;

/** Sends mails over connections that are kept for the next ones. */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const { url, from } = options;
  const timeouts = { ...SMTP_TIMEOUTS, ...options.timeouts };
  const connection = {
    connectionTimeout: timeouts.greetingMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    socketCloseTimeout: 1_000,
    // An answer is some lines, never a megabyte.
    maxResponseSize: 64 * 1024,
  };
  const mailer = createTransport({
    ...connection,
    url,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    maxMessages: MAILS_PER_CONNECTION,
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A pool without a listener would throw the errors of idle connections.
  mailer.on('error', () => {});
  return {
    keepsCopy: false,
    async send({ recipient, subject, text, html, messageId, locale }, stop) {
      const deadline = { ms: timeouts.mailMs, what: 'answer of the mail server', stop };
      try {
        return await withinDeadline(deadline, async (signal) => {
          if (!isAscii(localPart(recipient))) await requireUtf8(recipient, signal);
          const { response } = await mailer.sendMail({
            from,
            // As an object, so that a recipient is one address and never a list of them.
            to: { name: '', address: recipient },
            subject,
            text,
            html,
            messageId,
            signal,
            headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
          });
          return response;
        });
      } catch (error) {
        throw deliveryError(error);
      }
    },
    close: () => mailer.close(),
  };

  /** nodemailer would send the address to a server that does not understand it. */
  async function requireUtf8(recipient: string, signal: AbortSignal): Promise<void> {
    const extensions = await learnExtensions(url, connection, signal);
    if (extensions.has('SMTPUTF8')) return;
    throw new DeliveryError(
      'rejected',
      `The mail server takes no letters beyond ASCII before the @, as in ${recipient}: it does not offer SMTPUTF8.`,
    );
  }
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof Error)) return new DeliveryError('deferred', String(error));
  const failure = error instanceof GivenUpError ? 'deferred' : failureOf(error);
  return new DeliveryError(failure, error.message, { cause: error });
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
