import { UploadError } from "../upload/errors.js";
import { GraphError } from "./graph-error.js";
import { isUnreachable } from "./network-failure.js";

const mostTries = 3;

/**
 * Sends a file in one request, and not twice: when the reply is lost, it asks whether the file has arrived before it sends
 * it again.
 * @param find resolves to what has arrived, `undefined` = nothing
 * @throws GraphError; UploadError `ambiguous` when nobody can tell whether the file has arrived
 */
export async function sendOnce<T>(
  send: () => Promise<T>,
  find: () => Promise<T | undefined>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      const found = await ask(find, error, signal);
      if (found !== undefined) return found;
      if (tries === mostTries) throw error;
    }
  }
}

function mayHaveArrived(error: unknown): error is GraphError {
  if (!(error instanceof GraphError) || error.status === 429) return false;
  if (isUnreachable(error) || error.code === "EAI_AGAIN") return false;
  return error.retryable || error.code === "invalidReply";
}

async function ask<T>(
  find: () => Promise<T | undefined>,
  lost: GraphError,
  signal: AbortSignal | undefined,
): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new UploadError(
      "ambiguous",
      `the file may or may not have arrived: ${lost.message} Asking failed too: ${why}`,
    );
  }
}
