export { sha256 } from "../sha256.js";
export { fetchTransport, type FetchTransportOptions } from "./transport.js";
