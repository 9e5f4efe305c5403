import type { CmdletContext } from "./context.js";
import { ShellError } from "./failure.js";
import { isInteractive } from "./host.js";

const choices = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): ';

const help = [
  "Y - Continue with only this object.",
  "A - Continue with all objects.",
  "N - Skip this object.",
  "L - Skip this object and all others.",
];

/**
 * Asks before a call, as `-Confirm` does. "To all" is no more than "yes" or "no": objects come through stdin, and then
 * there is no terminal to ask on.
 * @param action `Performing the operation "…" on target "…".`
 * @throws ShellError without a terminal: never assume yes, never hang
 */
export async function askConsent(action: string, { host, messages, prompt }: CmdletContext): Promise<boolean> {
  if (!isInteractive(host)) {
    throw new ShellError("ConfirmationUnavailable", "-Confirm needs a terminal to ask on.", 2, [
      "leave it out, or write -Confirm:$false",
    ]);
  }
  messages.line(`\nConfirm\nAre you sure you want to perform this action?\n${action}`);
  for (;;) {
    const answer = (await prompt.ask(choices)).toLowerCase();
    if (["", "y", "yes", "a"].includes(answer)) return true;
    if (["n", "no", "l"].includes(answer)) return false;
    for (const line of help) messages.line(line);
  }
}
