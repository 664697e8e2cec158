import { domainToASCII } from 'node:url';

/** The domain of a sender such as `Leadwarden <leads@example.com>`, in ASCII. */
export function senderDomain(from: string): string {
  const [, domain = ''] = /@([^\s<>@]+)>?\s*$/.exec(from) ?? [];
  return domainToASCII(domain) || 'localhost';
}
