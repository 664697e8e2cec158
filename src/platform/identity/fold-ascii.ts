/**
 * Lower case of the letters A to Z alone. `toLowerCase` makes a k of the Kelvin sign, and so could confuse two
 * persons: names of identities and rights are compared exactly.
 */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Upper case of the letters a to z alone: `toUpperCase` makes ADMIN of a Turkish admın. */
export function upperAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
