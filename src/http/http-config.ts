import type { Limits, TrustedProxies } from '../platform/input/limits.js';

/** Address and mode of the server. */
export interface HttpConfig {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The public address, without a slash at the end; null: the address listened on. */
  readonly publicUrl: string | null;
  /** Pages of these origins may ask from the browser, beside those from here. */
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: TrustedProxies;
  readonly limits: Limits;
}
