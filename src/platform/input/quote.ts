/** Longer values are cut in messages; their beginning suffices to recognise them. */
const MAX_QUOTED = 80;

/** A value as it is named in a message. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const shown = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
  return typeof value === 'string' ? JSON.stringify(shown) : shown;
}
