/**
 * Tells the hubs of all replicas that the log has grown. A hint may come late, twice, out of order or never: it only
 * saves waiting for the hub's own timer, and losing one loses no event.
 */
export interface WakeUp {
  /** `position` is the highest that is committed. Never throws, never rejects; waits no longer than seconds. */
  announce(position: number): void | Promise<void>;
  /**
   * Calls back for announcements of this process and all others, until the returned function is called; with Infinity
   * when announcements may have been missed.
   */
  onHint(hint: (position: number) => void): () => void;
  /** Resolves even if the server is away: connecting goes on in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
}
