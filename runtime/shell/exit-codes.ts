/** Exit code of an upload that was interrupted and can be continued: EX_TEMPFAIL of sysexits. */
export const keptExitCode = 75;

/** What exit codes mean, as help shows them. */
export const exitCodes = [
  ["0", "success; also -WhatIf, and what you chose to skip"],
  ["1", "the service refused, or another process has the upload; something may have been sent"],
  ["2", "wrong usage; nothing was sent"],
  ["4", "not signed in: no token, or it was refused"],
  [String(keptExitCode), "the upload was interrupted and is kept: the same command continues it"],
  ["130, 143", "ended by Ctrl-C or SIGTERM; nothing is kept"],
] as const;

/** The exit code of several calls: that of the first failure that trying again does not mend, else 75, else 0. */
export function combineExitCodes(codes: readonly number[]): number {
  return codes.find((code) => code !== 0 && code !== keptExitCode) ?? Math.max(0, ...codes);
}
