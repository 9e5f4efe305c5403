/** The code of a system error, `ENOENT`; what was thrown as text when it is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
