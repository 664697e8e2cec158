import { v7 } from 'uuid';

/** A new id: UUIDv7, so that rows made one after another lie next to each other in every index. */
export function newId(): string {
  return v7();
}
