import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { Command } from "./command.js";
import { withInFile } from "./in-file.js";

/** The cmdlet as `mg` offers it: upload cmdlets take a file; a stream in memory is nothing a command line can give. */
export function offered(command: Command): Cmdlet {
  const cmdlet = withInFile(command);
  const parameters = cmdlet.parameters.filter(({ type }) => type !== "Stream");
  return parameters.length === cmdlet.parameters.length ? cmdlet : { ...cmdlet, parameters };
}
