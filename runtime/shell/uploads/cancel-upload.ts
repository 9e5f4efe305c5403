import { createGraphAdapter } from "../../graph/adapter.js";
import { cancelUpload } from "../../graph/cancel-upload.js";
import type { Checkpoint } from "../../upload/checkpoint.js";
import { nodeTransport } from "../../upload/node/index.js";
import { anonymous, findCloud } from "../connection.js";
import { combineExitCodes } from "../exit-codes.js";
import { nameUpload } from "./describe-upload.js";
import { isExpired, type KeptUpload } from "./kept-upload.js";
import type { UploadsContext } from "./uploads-command.js";

/** longest wait for the service, milliseconds */
const cancelTimeoutMs = 10_000;

/** `mg uploads cancel`: deletes the sessions at the service and forgets them. */
export async function cancelUploads(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  const codes: number[] = [];
  for (const upload of uploads) {
    codes.push(await cancel(upload, context).catch((error: unknown) => context.fail(error)));
  }
  return combineExitCodes(codes);
}

async function cancel(upload: KeptUpload, context: UploadsContext): Promise<number> {
  const { store, options, messages, warn } = context;
  if (options.whatIf) {
    messages.line(`What if: Performing the operation "Cancel" on target "${nameUpload(upload)}".`);
    return 0;
  }
  const record = await store.open(upload.key);
  try {
    const checkpoint = await record.read();
    if (checkpoint !== undefined && upload.note !== undefined && !isExpired(checkpoint)) {
      await deleteSession(checkpoint, upload.note.cloud, context);
    }
    await record.remove();
    if (checkpoint?.mayBeComplete === true) warn("All bytes had been sent: the file may be there already.");
    messages.line(`${upload.id}  cancelled: ${nameUpload(upload)}`);
    return 0;
  } finally {
    await record.close();
  }
}

async function deleteSession(
  checkpoint: Checkpoint,
  cloudName: string | undefined,
  context: UploadsContext,
): Promise<void> {
  const { program, options, environment, host } = context;
  const { accessToken, baseUrl } = environment;
  const cloud = findCloud(program, options.cloud ?? cloudName);
  const credential = accessToken === undefined ? { authenticationProvider: anonymous } : { accessToken };
  const adapter = createGraphAdapter({ ...credential, cloud, baseUrl });
  const transport = nodeTransport({ idleTimeoutMs: cancelTimeoutMs });
  try {
    await cancelUpload(checkpoint, adapter, { transport, cloud, signal: host.signal });
  } finally {
    transport.close();
  }
}
