/** Stands where a text was that must not be empty. */
export const PSEUDONYMIZED = 'pseudonymized';
