// The engine, as its users call it.
import { oneDriveBusiness, upload as uploadRanges } from "@graphlet/runtime/upload";
import { nodeTransport, openFile, sha256 } from "@graphlet/runtime/upload/node";

export async function upload({ file, rangeSize, uploadUrl, hashed }) {
  const source = await openFile(file);
  const transport = nodeTransport();
  const { itemId, wireBytes } = await uploadRanges({
    dialect: oneDriveBusiness,
    source,
    transport,
    rangeSize,
    createSession: async () => ({ uploadUrl }),
    allowedHosts: ["127.0.0.1"],
    onProgress: () => {},
    ...(hashed && { hasher: sha256() }),
  });
  if (itemId !== "item" || wireBytes !== source.size) throw new Error(`${itemId}, ${wireBytes} bytes sent`);
  transport.close();
  await source.close();
}
