import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs outside of the transaction that the caller is in, as another client does. */
export const outside = AsyncLocalStorage.snapshot();
