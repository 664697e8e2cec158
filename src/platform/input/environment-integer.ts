import { z } from 'zod';

/** A variable that is a whole number from `min` to `max`. */
export function integer(allowed: string, min: number, max: number) {
  return z
    .string()
    .regex(/^\d+$/, `allowed is ${allowed}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `allowed is ${allowed}`);
}
