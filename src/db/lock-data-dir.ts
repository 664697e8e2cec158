/** Held until `release`, or until the process ends in whatever way. */
export interface DataDirLock {
  release(): Promise<void>;
}

export async function lockDataDir(_dir: string): Promise<DataDirLock> {
  return { release: async () => {} };
}
