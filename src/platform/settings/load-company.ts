import type { Tx } from '../db/open.js';
import { readSetting } from './read-setting.js';

/** The company that writes to customers; fields that are not set are null. */
export interface Company {
  readonly name: string | null;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
}

export async function loadCompany(tx: Tx): Promise<Company> {
  return {
    name: await readSetting(tx, 'company.name'),
    imprintUrl: await readSetting(tx, 'company.imprintUrl'),
    privacyUrl: await readSetting(tx, 'company.privacyUrl'),
  };
}
