import type { RenderedEmail } from './render-email.js';

export interface EmailToSend extends RenderedEmail {
  readonly recipient: string;
  readonly locale: string;
  /** The same at every attempt, so that the recipient's system can tell a duplicate. */
  readonly messageId: string;
}

export interface MailTransport {
  /** Whether the outbox keeps sent mails: true if there is no other copy. */
  readonly keepsCopy: boolean;
  /**
   * Resolves when the mail is handed over, to the answer of the server; settles soon once `stop` is aborted.
   * @throws DeliveryError
   */
  send(email: EmailToSend, stop: AbortSignal): Promise<string>;
  /** Lets connections go. */
  close(): void;
}

/**
 * `rejected`: this mail is refused for good. `deferred`: try it again later. `unreachable`: no mail
 * gets through just now, so the others need not be tried.
 */
export type DeliveryFailure = 'rejected' | 'deferred' | 'unreachable';

export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly failure: DeliveryFailure;
  constructor(failure: DeliveryFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
