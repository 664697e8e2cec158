import { createHash } from 'node:crypto';

/** The id of a setting in the audit trail, whose ids are UUIDs: made of its key (RFC 9562, version 8). */
export function settingId(key: string): string {
  const hex = createHash('sha256').update(`Setting ${key}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
