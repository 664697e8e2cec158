/** Whether at least something is said: three letters. A full stop is no reason. */
export function isReason(text: string | null | undefined): text is string {
  return text != null && /\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}/u.test(text);
}
