export { sha256 } from "../sha256.js";
export { indexedDbCheckpoints } from "./checkpoints.js";
export { fetchTransport, type FetchTransportOptions } from "./transport.js";
