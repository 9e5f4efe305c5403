/** How much of a service one application may take at once. */
export interface PolitenessLimits {
  /** requests under way at one time, over all mailboxes */
  readonly concurrency: number;
  /** bytes a mailbox takes per window, resent ones included */
  readonly bytesPerWindow: number;
  /** milliseconds */
  readonly windowMs: number;
}

/** Keeps the uploads of one process within what the service allows, so that it need not throttle: upload-sessions.md, I11. */
export interface Politeness {
  /**
   * Waits until no other upload to the same item is under way.
   * @returns lets the next one in; harmless when called again
   * @throws the signal's reason
   */
  enter(item: string, signal: AbortSignal): Promise<() => void>;
  /**
   * Waits until a request of `bytes` to a mailbox is within the limits.
   * @param onWait told when there is something to wait for: milliseconds if known, and why
   * @returns to be called when the request has ended; harmless when called again
   * @throws the signal's reason
   */
  admit(
    mailbox: string,
    bytes: number,
    signal: AbortSignal,
    onWait: (reason: string, waitMs?: number) => void,
  ): Promise<() => void>;
}
