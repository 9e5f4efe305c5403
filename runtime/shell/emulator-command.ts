import { bindArguments } from "./binder.js";
import { bindingError } from "./binding-error.js";
import { ShellError } from "./failure.js";
import type { ShellHost } from "./host.js";
import type { Messages } from "./messages.js";
import type { ShellParameter } from "./parameters.js";
import { writeOutput } from "./output.js";
import { readTokens } from "./tokens.js";
import { convertScalar } from "./values.js";

const parameters: readonly ShellParameter[] = [{ name: "Port", type: "Int32", aliases: [], origin: "cmdlet" }];

/**
 * `mg emulator [--port n]`: runs the local Graph service until the host's signal aborts. stdout gets the two variables
 * that make `mg` use it, in a form a POSIX shell can evaluate.
 */
export async function runEmulator(args: readonly string[], host: ShellHost, messages: Messages): Promise<number> {
  const port = readPort(bindArguments(readTokens(args), parameters).get("Port"));
  const { startEmulator } = await import("../emulator/server.js");
  const emulator = await startEmulator({ port }).catch((error: NodeJS.ErrnoException) => {
    throw new ShellError("EmulatorNotStarted", `The emulator cannot listen on port ${port}: ${error.code}.`, 1);
  });
  try {
    await writeOutput(host, `export GRAPH_BASE_URL=${emulator.baseUrl}\nexport GRAPH_ACCESS_TOKEN=${emulator.token}\n`);
    messages.line("The emulator is running; Ctrl-C ends it. Set the two variables in another shell and use mg there.");
    await aborted(host.signal);
  } finally {
    await emulator.close();
  }
  return 0;
}

function readPort(text: string | boolean | undefined): number {
  if (text === undefined) return 0;
  const port = convertScalar(text, "int32")?.value;
  if (typeof port === "number" && port >= 0 && port <= 65_535) return port;
  throw bindingError("CannotConvertArgumentNoMessage", ["Port", String(text), "UInt16"], { parameter: "Port" });
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
