import { resolve } from "node:path";
import { uploadFile, type UploadedItem } from "../graph/upload-file.js";
import { nodeTransport, openFile } from "../upload/node/index.js";
import type { UploadSource } from "../upload/source.js";
import { bindingError } from "./binding-error.js";
import type { Command } from "./command.js";
import type { Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import { readFileToUpload, type FileToUpload } from "./in-file.js";
import type { Input } from "./inputs.js";
import { viewProgress } from "./progress.js";
import { toParameters } from "./request.js";
import { keepUpload } from "./uploads/keep-upload.js";

type Target = NonNullable<Command["upload"]>;

/**
 * Uploads the file of `-InFile` and shows how it goes.
 * @returns the attachment, drive item or print document
 * @throws GraphError, UploadError, UploadKept
 */
export async function uploadInFile(
  input: Input,
  target: Target,
  context: CmdletContext,
  { adapter, cloud, onExchange }: Connection,
): Promise<UploadedItem> {
  const { command, host, messages, options } = context;
  const { file, path, source } = await openInFile(input, target, context);
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

/** The file of `-InFile`, open. @throws ParameterBindingError for what cannot be said of it; UploadError */
export async function openInFile(
  input: Input,
  target: Target,
  { command, host }: CmdletContext,
): Promise<{ file: FileToUpload; path: string; source: UploadSource }> {
  const file = readFileToUpload(input, command, target);
  const path = resolve(host.cwd, file.path);
  // only drives have a request for them
  const source = await openFile(path, { allowEmpty: target.dialect === "drive" });
  const { description, parameter } = file;
  if (description.size === undefined || description.size === source.size) return { file, path, source };
  await source.close();
  const detail = `size is ${description.size}, but the file has ${source.size} bytes.`;
  throw bindingError("ParameterArgumentValidationError", [String(parameter), detail], { parameter });
}
