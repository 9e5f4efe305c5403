// @microsoft/microsoft-graph-client, StreamUpload.
import { createReadStream } from "node:fs";
import { StreamUpload } from "@microsoft/microsoft-graph-client";
import { runTask } from "./graph-file.mjs";

export async function upload({ file, size, rangeSize, uploadUrl }) {
  const stream = createReadStream(file);
  await runTask(new StreamUpload(stream, "file", size), rangeSize, uploadUrl);
}
