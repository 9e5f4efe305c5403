import { contentUrlOf, readDrivePlace, sessionUrlOf } from "../graph/drive-place.js";
import { fileAttachmentBody } from "../graph/file-attachment.js";
import { describeFile, fileName } from "../graph/file-description.js";
import { dialects, goesWhole } from "../graph/target-dialects.js";
import { toSessionRequest } from "../graph/upload-file.js";
import type { UploadDialect } from "../upload/dialects.js";
import { checkSize, contentRange, planRanges } from "../upload/plan.js";
import type { Command } from "./command.js";
import type { Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import { openInFile } from "./upload-in-file.js";
import type { Input } from "./inputs.js";
import type { JsonObject } from "./json.js";
import { toParameters } from "./request.js";
import { describeRequest } from "./what-if.js";

/**
 * What `uploadInFile` would send first, and in which ranges the file would follow. Reads the file, sends nothing: whether an
 * item of a drive is a folder is not asked.
 */
export async function planInFile(
  input: Input,
  target: NonNullable<Command["upload"]>,
  context: CmdletContext,
  { adapter }: Connection,
): Promise<JsonObject> {
  const { file, source } = await openInFile(input, target, context);
  await source.close();
  const parameters = toParameters(file.target, context.command) as never;
  const request = toSessionRequest(target, adapter, parameters, source, file.description);
  const place = readDrivePlace(request.URL, fileName(source, file.description, "file"));
  if (target.dialect === "drive" && place.kind === "path") request.URL = sessionUrlOf(place);
  const session = describeRequest(request, input.parameterSet);
  const { dialect } = target;
  if (!goesWhole(dialect, source.size)) {
    checkSize(source.size, dialects[dialect]);
    return { ...session, ranges: describeRanges(source.size, dialects[dialect]) };
  }
  if (dialect === "drive") return { ...session, method: "PUT", url: contentUrlOf(place), body: "" };
  const item = describeFile("outlook", source, file.description);
  const body = { ...fileAttachmentBody(item, new Uint8Array()), contentBytes: `… ${source.size} bytes in base64` };
  return { ...session, url: request.URL.replace(/\/[^/]*$/, ""), body };
}

function describeRanges(
  size: number,
  { defaultRangeSize: rangeSize, rangeAlignment: alignment }: UploadDialect,
): JsonObject {
  const whole = [{ start: 0, end: size }];
  const ranges = planRanges(whole, { rangeSize, alignment, size }, Number.POSITIVE_INFINITY);
  const headers = ranges.map((range) => contentRange(range, size));
  return { count: headers.length, rangeSize, first: headers[0], last: headers.at(-1) };
}
