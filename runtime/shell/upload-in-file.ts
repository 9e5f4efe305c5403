import { resolve } from "node:path";
import { uploadFile, type UploadFileResult } from "../graph/upload-file.js";
import { dialects } from "../graph/target-dialects.js";
import { describeFile, fileAttachmentBody } from "../graph/file-attachment.js";
import { nodeTransport, openFile } from "../upload/node/index.js";
import { checkSize, contentRange, planRanges } from "../upload/plan.js";
import type { UploadDialect } from "../upload/dialects.js";
import type { UploadSource } from "../upload/source.js";
import { bindingError } from "./binding-error.js";
import type { Command } from "./command.js";
import type { Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import { readFileToAttach, type FileToAttach } from "./in-file.js";
import type { Input } from "./inputs.js";
import type { JsonObject } from "./json.js";
import { viewProgress } from "./progress.js";
import { toParameters } from "./request.js";
import { keepUpload } from "./uploads/keep-upload.js";
import { describeRequest } from "./what-if.js";

type Target = NonNullable<Command["upload"]>;

/** Attaches the file of `-InFile` and shows how it goes. @returns the attachment @throws GraphError, UploadError, UploadKept */
export async function uploadInFile(
  input: Input,
  target: Target,
  context: CmdletContext,
  { adapter, cloud, onExchange }: Connection,
): Promise<UploadFileResult["item"]> {
  const { command, host, messages, options } = context;
  const file = readFileToAttach(input, command);
  const path = resolve(host.cwd, file.path);
  const source = await openInFile(file, path);
  const { timeoutMs } = options;
  const transport = nodeTransport(timeoutMs === undefined ? {} : { idleTimeoutMs: timeoutMs });
  const view = viewProgress(source.name ?? path, options.progress, messages);
  const keeping = options.persist ? keepUpload(path, source, input, context) : undefined;
  let failed = true;
  try {
    const { item } = await uploadFile(adapter, target, toParameters(file.target, command) as never, source, {
      ...file.description,
      ...(keeping?.options ?? { signal: host.signal }),
      cloud,
      transport,
      onProgress: (progress) => {
        keeping?.show(progress);
        view.show(progress);
      },
      onExchange: (exchange) => {
        onExchange(exchange);
        view.showExchange?.(exchange);
      },
    });
    failed = false;
    return item;
  } catch (error) {
    throw keeping === undefined ? error : keeping.explain(error);
  } finally {
    keeping?.end();
    view.end(failed);
    transport.close();
    await source.close();
  }
}

/** What `uploadInFile` would send first, and in which ranges the file would follow. Reads the file, sends nothing. */
export async function planInFile(
  input: Input,
  target: Target,
  { command, host }: CmdletContext,
  { adapter }: Connection,
): Promise<JsonObject> {
  const file = readFileToAttach(input, command);
  const source = await openInFile(file, resolve(host.cwd, file.path));
  await source.close();
  const dialect = dialects[target.dialect];
  const item = describeFile(source, file.description);
  const request = target.toRequestInformation(adapter, toParameters(file.target, command) as never, item);
  const session = describeRequest(request, input.parameterSet);
  if (item.size < dialect.minimumSize) {
    const body = { ...fileAttachmentBody(item, new Uint8Array()), contentBytes: `… ${item.size} bytes in base64` };
    return { ...session, url: request.URL.replace(/\/[^/]*$/, ""), body };
  }
  checkSize(item.size, dialect);
  return { ...session, ranges: describeRanges(item.size, dialect) };
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

async function openInFile({ description, parameter }: FileToAttach, path: string): Promise<UploadSource> {
  const source = await openFile(path);
  if (description.size === undefined || description.size === source.size) return source;
  await source.close();
  const detail = `size is ${description.size}, but the file has ${source.size} bytes.`;
  throw bindingError("ParameterArgumentValidationError", [String(parameter), detail], { parameter });
}
