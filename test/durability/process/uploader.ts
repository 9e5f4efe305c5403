import { upload } from "../../../runtime/upload/engine.js";
import { fileCheckpoints, nodeTransport, openFile, sha256 } from "../../../runtime/upload/node/index.js";
import { createSession, destinations, type Service } from "../destinations.js";

/** What an uploading process is told. */
export interface Job {
  readonly service: Service;
  readonly destination: keyof typeof destinations;
  readonly item: string;
  readonly path: string;
  readonly rangeSize: number;
  /** folder of the checkpoints */
  readonly checkpoints: string;
}

const { service, destination, item, path, rangeSize, checkpoints } = JSON.parse(process.argv[2] ?? "") as Job;
const { dialect, verify } = destinations[destination];
const source = await openFile(path);
const transport = nodeTransport();
process.stdout.write("ready\n");
const result = await upload({
  dialect,
  source,
  transport,
  rangeSize,
  createSession: () => createSession(destinations[destination], service, item, source.size),
  verify: () => verify(service, item, source.size),
  authorize: async () => service.token,
  checkpoint: { store: fileCheckpoints(checkpoints), key: item },
  hasher: sha256(),
  allowedHosts: ["127.0.0.1"],
});
process.stdout.write(`${JSON.stringify(result)}\n`);
transport.close();
await source.close();
