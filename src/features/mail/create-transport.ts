import type { Logger } from 'pino';
import type { MailTransport } from './transport.js';

/** Without a mail server mails are written to the log, and the outbox keeps them. */
export type MailConfig =
  | { readonly kind: 'log'; readonly from: string }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string };

export async function createTransport(config: MailConfig, log: Logger): Promise<MailTransport> {
  switch (config.kind) {
    case 'smtp':
      return (await import('./smtp-transport.js')).createSmtpTransport(config);
    case 'log':
      return createLogTransport(config.from, log);
  }
}

function createLogTransport(from: string, log: Logger): MailTransport {
  return {
    keepsCopy: true,
    async send({ recipient, subject, text, messageId }) {
      log.info({ messageId, from, recipient, subject, text }, 'mail written to the log, not sent');
      return 'Written to the log.';
    },
    close() {},
  };
}
