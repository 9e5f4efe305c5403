import { resolve } from "node:path";
import type { RequestInformation } from "@microsoft/kiota-abstractions";
import { operationOf } from "../cmdlet/choose-parameter-set.js";
import { type ContentSource, contentOption } from "../graph/content.js";
import { contentTypeOf } from "../graph/content-types.js";
import { type NamedSource, openFile } from "../upload/node/index.js";
import type { Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import type { Input } from "./inputs.js";
import type { JsonObject } from "./json.js";
import { toRequest } from "./request.js";
import { describeRequest } from "./what-if.js";

/**
 * Makes the request of a call whose body is a file, which is read while it is sent.
 * @throws UploadError when the file is missing, empty, a folder or changes meanwhile
 */
export async function sendContent(
  input: Input,
  context: CmdletContext,
  connection: Connection,
  send: (request: RequestInformation) => Promise<void>,
): Promise<void> {
  const { request, source } = await openContent(input, context, connection);
  let failure: unknown;
  const from = toContentSource(source, (error) => {
    failure = error;
  });
  request.addRequestOptions([contentOption({ from })]);
  try {
    await send(request);
  } catch (error) {
    // the call would report a network failure
    throw failure ?? error;
  } finally {
    await source.close();
  }
}

/** What `sendContent` would send. */
export async function planContent(input: Input, context: CmdletContext, connection: Connection): Promise<JsonObject> {
  const { request, source } = await openContent(input, context, connection);
  await source.close();
  return describeRequest(request, input.parameterSet, `… ${source.size} bytes of ${source.name}`);
}

async function openContent(
  { values, parameterSet }: Input,
  { command, host }: CmdletContext,
  { adapter }: Connection,
): Promise<{ request: RequestInformation; source: NamedSource }> {
  const { cmdlet } = command;
  const named = (role: "inFile" | "body"): string => cmdlet.parameters.find((each) => each.role === role)?.name ?? "";
  const path = resolve(host.cwd, String(values.get(named("inFile"))));
  const source = await openFile(path, { followSymlinks: true });
  // functions take the bytes in place of a path; here they come as a stream
  const bytes = new Map(values).set(named("body"), new Uint8Array());
  const request = toRequest({ values: bytes, parameterSet }, command, adapter);
  if (operationOf(cmdlet, parameterSet).sends === anyType) {
    request.headers.delete("Content-Type");
    request.headers.add("Content-Type", contentTypeOf(source.name));
  }
  return { request, source };
}

/** what specs say of content of any type: then the name of the file tells it */
const anyType = "application/octet-stream";

const chunkSize = 64 * 1024;

function toContentSource(source: NamedSource, onError: (error: unknown) => void): ContentSource {
  const open = (): ReadableStream<Uint8Array> => {
    let position = 0;
    return new ReadableStream({
      pull: async (controller) => {
        const chunk = new Uint8Array(Math.min(chunkSize, source.size - position));
        try {
          const length = await source.read(position, chunk);
          position += length;
          controller.enqueue(chunk.subarray(0, length));
        } catch (error) {
          onError(error);
          throw error;
        }
        if (position >= source.size) controller.close();
      },
    });
  };
  return { size: source.size, open };
}
