import { UploadError } from "../../../runtime/upload/errors.js";

/** The code of the UploadError a call throws; undefined when it returns. Anything else thrown is passed on. */
export function thrownCode(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof UploadError) return error.code;
    throw error;
  }
}
