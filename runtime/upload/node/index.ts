export { fileCheckpoints } from "./file-checkpoints.js";
export { sha256 } from "./hasher.js";
export { fromHandle, openFile, type NamedSource, type OpenFileOptions } from "./source.js";
export { nodeTransport, type NodeTransportOptions } from "./transport.js";
