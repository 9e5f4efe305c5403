import type { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

/** The connection is gone: nobody is left to reply to. */
export class ConnectionLost extends Error {
  constructor(
    /** `reset` or `truncated` in the midst of a reply by the emulator, or `aborted` by the client */
    readonly how: "reset" | "truncated" | "aborted",
    options?: ErrorOptions,
  ) {
    super(`connection ${how}`, options);
    this.name = "ConnectionLost";
  }
}

const longestTimer = 2 ** 31 - 1;

/**
 * Waits in real time.
 * @throws ConnectionLost as soon as the client is known to have gone
 */
export async function pause(milliseconds: number, socket: Socket): Promise<void> {
  const closed = new AbortController();
  const stop = (): void => closed.abort();
  if (socket.destroyed) stop();
  socket.once("close", stop);
  try {
    await setTimeout(Math.min(milliseconds, longestTimer), undefined, { signal: closed.signal });
  } catch (cause) {
    throw new ConnectionLost("aborted", { cause });
  } finally {
    socket.off("close", stop);
  }
}

/** Waits until the client has gone. */
export async function silence(socket: Socket): Promise<never> {
  for (;;) await pause(longestTimer, socket);
}
