/** What is measured: the module that uploads, and the server it uploads to. */
export const kinds = {
  "http-buf": { module: "./anchors/http-buf.mjs", server: "sink.mjs" },
  "http-pool": { module: "./anchors/http-pool.mjs", server: "sink.mjs" },
  "http-stream": { module: "./anchors/http-stream.mjs", server: "sink.mjs" },
  graphlet: { module: "./graphlet.mjs", server: "sink.mjs" },
  "graphlet-sha256": { module: "./graphlet-sha256.mjs", server: "sink.mjs" },
  "graph-file": { module: "./peers/graph-file.mjs", server: "sink.mjs", peer: true },
  "graph-stream": { module: "./peers/graph-stream.mjs", server: "sink.mjs", peer: true },
  core: { module: "./peers/core.mjs", server: "sink.mjs", peer: true },
  tus: { module: "./peers/tus.mjs", server: "peers/tus-sink.mjs", peer: true },
  undici: { module: "./peers/undici.mjs", server: "sink.mjs", peer: true },
};
