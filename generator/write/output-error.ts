import type { DiagnosticCode } from "../diagnostics.js";

export type OutputErrorCode = Extract<DiagnosticCode, `output/${string}` | `manifest/${string}`>;

/** The output folder is not fit to be written into, or could not be. What is wrong is one line. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  constructor(
    readonly code: OutputErrorCode,
    /** as people would type it */
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `code` of an error of Node, as `ENOENT`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
