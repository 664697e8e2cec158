import type { Tx } from '../../platform/db/open.js';
import { loadCompany } from '../../platform/settings/load-company.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { EmailSettings } from './render-email.js';

export async function loadEmailSettings(tx: Tx, publicUrl: string | null): Promise<EmailSettings> {
  const { timeZone } = await loadPolicy(tx);
  return { timeZone, publicUrl, company: await loadCompany(tx) };
}
