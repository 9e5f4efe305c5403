// @microsoft/msgraph-sdk-core, the successor's task.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { AnonymousAuthenticationProvider } from "@microsoft/kiota-abstractions";
import { DefaultRequestAdapter } from "@microsoft/kiota-bundle";
import { LargeFileUploadTask } from "@microsoft/msgraph-sdk-core";

const factory = () => (item) => ({ id: (node) => (item.id = node.getStringValue()) });

export async function upload({ file, rangeSize, uploadUrl, expectedRanges = ["0-"] }) {
  const adapter = new DefaultRequestAdapter(new AnonymousAuthenticationProvider());
  const session = {
    uploadUrl,
    expirationDateTime: new Date(Date.now() + 3_600_000),
    nextExpectedRanges: expectedRanges,
  };
  const task = new LargeFileUploadTask(adapter, session, Readable.toWeb(createReadStream(file)), rangeSize, factory);
  const { itemResponse, location } = await task.upload();
  if (itemResponse === undefined && location === undefined) throw new Error("no item");
}
