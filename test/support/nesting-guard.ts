import { AsyncLocalStorage } from 'node:async_hooks';
import type { NestingGuard } from '../../src/platform/db/guard-adapter.js';

/** Finds code that, inside a transaction, waits for a connection other than its own: on PGlite it waits for ever. */
export function nestingGuard(): NestingGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async inTransaction(work) {
      const scope = { open: true };
      try {
        // Prisma sends a query when it is awaited, so that has to happen in here as well.
        return await current.run(scope, async () => await work());
      } finally {
        scope.open = false;
      }
    },
    refuse(sql) {
      if (!current.getStore()?.open) return;
      throw new Error(
        `Inside a transaction everything goes through its tx, or waits for afterCommit. This did not: ${sql}`,
      );
    },
  };
}
