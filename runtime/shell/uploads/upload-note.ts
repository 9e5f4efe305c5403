import type { CheckpointData } from "../../upload/checkpoint.js";
import type { CmdletContext } from "../context.js";
import type { Input } from "../inputs.js";
import { isJsonObject } from "../json.js";

/** The call an upload belongs to, as it is kept with its checkpoint: enough to make it again, no secrets. */
export interface UploadNote {
  cmdlet: string;
  input: Input;
  /** the cloud, if one was named */
  cloud?: string;
}

/** As JSON. */
export function toCheckpointData({ parameterSet, values }: Input, { cmdlet, options }: CmdletContext): CheckpointData {
  const parameters = Object.fromEntries(values) as Record<string, CheckpointData>;
  return {
    cmdlet: cmdlet.name,
    parameterSet,
    parameters,
    ...(options.cloud !== undefined && { cloud: options.cloud }),
  };
}

/** From JSON; `undefined` when it is no such note. */
export function readUploadNote(data: CheckpointData | undefined): UploadNote | undefined {
  if (!isJsonObject(data)) return undefined;
  const { cmdlet, parameterSet, parameters, cloud } = data;
  if (typeof cmdlet !== "string" || typeof parameterSet !== "string" || !isJsonObject(parameters)) return undefined;
  const input = { parameterSet, values: new Map(Object.entries(parameters)) };
  return { cmdlet, input, ...(typeof cloud === "string" && { cloud }) };
}
