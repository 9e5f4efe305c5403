import { UploadError } from "@graphlet/runtime/upload";
import { indexedDbCheckpoints } from "@graphlet/runtime/upload/web";

/** How `work` ends: the code and the message of its error. */
async function outcomeOf(work: Promise<unknown>): Promise<[string, string]> {
  try {
    await work;
    return ["none", ""];
  } catch (error) {
    return error instanceof UploadError ? [error.code, error.message] : ["other", String(error)];
  }
}

export const tools = { indexedDbCheckpoints, outcomeOf };

Object.assign(globalThis, tools);
