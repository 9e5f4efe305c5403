import type { CheckpointStore } from "../../upload/checkpoint.js";
import { UploadError } from "../../upload/errors.js";
import { fileCheckpoints } from "../../upload/node/file-checkpoints.js";
import type { ShellHost } from "../host.js";
import { uploadsDirectory } from "./state-directory.js";

/** The store of unfinished uploads; one that refuses all of them when there is no place for it. */
export function openUploadStore(host: Pick<ShellHost, "env" | "cwd">): CheckpointStore {
  const directory = uploadsDirectory(host);
  return directory === undefined ? homeless : fileCheckpoints(directory);
}

const homeless: CheckpointStore = {
  async open() {
    throw new UploadError("checkpointFailed", "neither GRAPH_STATE_DIR nor a home directory is set");
  },
  async list() {
    return [];
  },
};
