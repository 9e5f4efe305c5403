import { nameUpload } from "./describe-upload.js";
import type { KeptUpload } from "./kept-upload.js";
import type { UploadsContext } from "./uploads-command.js";

/**
 * `mg uploads clean`: forgets what cannot be continued, after it has said what. An upload whose last reply was lost stays,
 * although its session has expired: to continue it tells whether the file is attached.
 */
export async function cleanUploads(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  let count = 0;
  for (const upload of uploads) {
    if (upload.state !== "expired" && upload.state !== "unreadable") continue;
    if (upload.checkpoint?.mayBeComplete === true) {
      context.messages.line(`${upload.id}  kept: resume it to find out whether the file is attached`);
    } else if (await clean(upload, context)) {
      count++;
    }
  }
  if (count === 0) context.messages.line("There is nothing to clean.");
  return 0;
}

async function clean(upload: KeptUpload, { store, options, messages }: UploadsContext): Promise<boolean> {
  if (options.whatIf) {
    messages.line(`What if: Performing the operation "Clean" on target "${nameUpload(upload)}" (${upload.state}).`);
    return true;
  }
  messages.line(`${upload.id}  removed, ${upload.state}: ${nameUpload(upload)}`);
  const record = await store.open(upload.key);
  try {
    await record.remove();
    return true;
  } finally {
    await record.close();
  }
}
