import type { UploadError } from "../../upload/errors.js";

/** An upload that ended before its time and can be continued. */
export class UploadKept extends Error {
  override readonly name = "UploadKept";
  declare readonly cause: UploadError;

  constructor(
    cause: UploadError,
    /** how far it is: `61.2 of 150.0 MB` */
    readonly share: string,
    /** how to continue it */
    readonly hint: string,
  ) {
    super(cause.message, { cause });
  }
}
