import { combineExitCodes } from "../exit-codes.js";
import { nameUpload } from "./describe-upload.js";
import type { KeptUpload } from "./kept-upload.js";
import type { UploadsContext } from "./uploads-command.js";

/**
 * `mg uploads clean`: forgets what cannot be continued, after it has said what. An upload whose last reply was lost stays,
 * although its session has expired: to continue it tells whether the file is there.
 */
export async function cleanUploads(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  const codes: number[] = [];
  for (const upload of uploads) {
    if (upload.state !== "expired" && upload.state !== "unreadable") continue;
    if (upload.checkpoint?.mayBeComplete === true) {
      context.messages.line(`${upload.id}  kept: resume it to find out whether the file is there`);
      continue;
    }
    codes.push(await clean(upload, context).catch((error: unknown) => context.fail(error)));
  }
  if (codes.length === 0) context.messages.line("There is nothing to clean.");
  return combineExitCodes(codes);
}

async function clean(upload: KeptUpload, { store, options, messages }: UploadsContext): Promise<number> {
  if (options.whatIf) {
    messages.line(`What if: Performing the operation "Clean" on target "${nameUpload(upload)}" (${upload.state}).`);
    return 0;
  }
  const record = await store.open(upload.key);
  try {
    await record.remove();
    messages.line(`${upload.id}  removed, ${upload.state}: ${nameUpload(upload)}`);
    return 0;
  } finally {
    await record.close();
  }
}
