import { Output, writeOutput } from "../output.js";
import { showJson } from "../terminal.js";
import { showTable } from "../table.js";
import { columns, describeUpload, rowOf, summarizeUpload } from "./describe-upload.js";
import type { KeptUpload } from "./kept-upload.js";
import type { UploadsContext } from "./uploads-command.js";

/** `mg uploads list`: a table on a terminal, JSON elsewhere. */
export async function printUploads(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  const { host, messages, options } = context;
  const { isTTY, columns: width = 80 } = host.stdout;
  const format = options.output ?? (isTTY === true ? "table" : "json");
  if (format === "json") await writeOutput(host, `${showJson(uploads.map(summarizeUpload), 2)}\n`);
  if (format === "ndjson")
    for (const upload of uploads) await writeOutput(host, `${showJson(summarizeUpload(upload))}\n`);
  if (format !== "table") return 0;
  if (uploads.length === 0) messages.line("No unfinished upload is kept.");
  else await writeOutput(host, `${showTable(columns, uploads.map(rowOf), isTTY === true ? width : undefined)}\n`);
  return 0;
}

/** `mg uploads show <id>` */
export async function printUpload([upload]: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  if (upload === undefined) return 0;
  await new Output(context.host, context.options.output, false).print(describeUpload(upload));
  return 0;
}
