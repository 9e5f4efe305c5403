import type { Readable, Writable } from "node:stream";

/** The world a shell runs in; tests bring their own. */
export interface ShellHost {
  /** arguments after the program's name */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable & { isTTY?: boolean };
  stdout: TerminalStream;
  stderr: TerminalStream;
  /** folder that relative paths start from */
  cwd: string;
  /** ends the command; an `Interruption` as its reason sets the exit code */
  signal: AbortSignal;
}

export type TerminalStream = Writable & { isTTY?: boolean; columns?: number };

/** The user ended the command. */
export class Interruption extends Error {
  override readonly name = "Interruption";

  /** @param exitCode 128 + number of the signal */
  constructor(readonly exitCode = 130) {
    super("interrupted");
  }
}

/** The reason of an aborted signal, as an interruption. */
export function interruption({ reason }: AbortSignal): Interruption {
  return reason instanceof Interruption ? reason : new Interruption();
}

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * The running process as a host. The first SIGINT or SIGTERM aborts its signal, so that the command can clean up;
 * a second one ends the process as usual.
 */
export function processHost(): ShellHost {
  const controller = new AbortController();
  const abort = (_: NodeJS.Signals, number: number): void => {
    for (const name of signals) process.off(name, abort);
    controller.abort(new Interruption(128 + number));
  };
  for (const name of signals) process.on(name, abort);
  return {
    argv: process.argv.slice(2),
    env: process.env,
    // opened when first read: a command that reads nothing must not wait for it
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    signal: controller.signal,
  };
}

/** Whether a question can be asked and answered. */
export function isInteractive(host: ShellHost): boolean {
  return host.stdin.isTTY === true && host.stderr.isTTY === true && !host.env["CI"];
}
