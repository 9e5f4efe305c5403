import type { CmdletContext } from "./context.js";
import { isInteractive } from "./host.js";
import { readArgument } from "./read-values.js";

/**
 * Asks for missing parameters as PowerShell does; an empty answer repeats the question.
 * @returns nothing when there is nobody to ask
 */
export async function askForMissing(
  missing: readonly string[],
  context: CmdletContext,
): Promise<ReadonlyMap<string, unknown> | undefined> {
  const { cmdlet, host, messages, options, prompt } = context;
  if (!options.prompts || !isInteractive(host)) return undefined;
  messages.line(`cmdlet ${cmdlet.name} at command pipeline position 1\nSupply values for the following parameters:`);
  const answers = new Map<string, unknown>();
  for (const name of missing) {
    let answer = "";
    while (answer === "") answer = await prompt.ask(`${name}: `);
    answers.set(name, await readArgument(name, answer, context));
  }
  return answers;
}
