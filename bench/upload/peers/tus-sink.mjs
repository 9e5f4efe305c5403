// @tus/server with a store that counts bytes and forgets them.
import { createServer } from "node:http";
import { DataStore, Server } from "@tus/server";

class CountingStore extends DataStore {
  #uploads = new Map();
  extensions = ["creation"];

  async create(upload) {
    this.#uploads.set(upload.id, upload);
    return upload;
  }

  async getUpload(id) {
    return this.#uploads.get(id);
  }

  async write(stream, id, offset) {
    let position = offset;
    for await (const bytes of stream) position += bytes.length;
    this.#uploads.get(id).offset = position;
    return position;
  }
}

const tus = new Server({ path: "/files", datastore: new CountingStore() });
const server = createServer({ keepAliveTimeout: 600_000 }, tus.handle.bind(tus));
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on("disconnect", () => {
  server.close();
  server.closeAllConnections();
});
