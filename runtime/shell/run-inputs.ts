import type { CmdletContext } from "./context.js";
import { keptExitCode } from "./exit-codes.js";
import { ShellError, unexpectedFailure, usageFailure, type Failure } from "./failure.js";
import { interruption } from "./host.js";
import type { Input } from "./inputs.js";
import { endsStream, isQuiet } from "./options.js";
import { OutputClosed } from "./output.js";
import { Performer } from "./perform.js";
import { serviceFailure } from "./service-failure.js";
import { UploadKept } from "./uploads/upload-kept.js";

/** Exit code of a failure that no further call can avoid. */
const signedOut = 4;

/**
 * Performs call after call; `-ErrorAction` decides what follows on one that failed.
 * @returns the exit code: 0, 4 when signed out, 75 when all that failed can be continued, 1 when something was sent, else
 * that of the failure
 * @throws what is wrong with the whole command, not with one call
 */
export async function runInputs(inputs: AsyncIterable<Input | Error>, context: CmdletContext): Promise<number> {
  const { errorAction } = context.options;
  const exitCodes: number[] = [];
  let performer: Performer | undefined;
  for await (const input of inputs) {
    if (!(input instanceof Error)) performer ??= new Performer(context);
    const failure = await attempt(input, performer, context);
    if (failure === undefined) continue;
    const isSignedOut = failure.exitCode === signedOut;
    const isInterrupted = context.host.signal.aborted;
    if (isSignedOut || isInterrupted || !isQuiet(errorAction)) context.fail(failure);
    if (isSignedOut || isInterrupted || errorAction !== "Ignore") exitCodes.push(failure.exitCode);
    if (isSignedOut || isInterrupted || endsStream(errorAction)) break;
  }
  if (exitCodes.length === 0) return 0;
  if (exitCodes.includes(signedOut)) return signedOut;
  if (exitCodes.every((code) => code === keptExitCode)) return keptExitCode;
  return performer?.hasSent() === true ? 1 : Math.max(...exitCodes);
}

async function attempt(
  input: Input | Error,
  performer: Performer | undefined,
  { host }: CmdletContext,
): Promise<Failure | undefined> {
  if (input instanceof Error) return toFailure(input, false);
  try {
    await performer?.perform(input);
    return undefined;
  } catch (error) {
    if (error instanceof OutputClosed || error instanceof ShellError) throw error;
    if (host.signal.aborted && !(error instanceof UploadKept)) throw interruption(host.signal);
    return toFailure(error, performer?.hasSent() ?? false);
  }
}

function toFailure(error: unknown, sent: boolean): Failure {
  return usageFailure(error) ?? serviceFailure(error, sent) ?? unexpectedFailure(error);
}
