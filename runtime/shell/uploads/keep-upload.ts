import type { UploadFileOptions } from "../../graph/upload-file.js";
import type { Checkpoint } from "../../upload/checkpoint.js";
import { UploadError } from "../../upload/errors.js";
import type { UploadProgress } from "../../upload/progress.js";
import type { UploadSource } from "../../upload/source.js";
import type { CmdletContext } from "../context.js";
import type { Input } from "../inputs.js";
import { showText } from "../terminal.js";
import { showShare, showTime } from "../units.js";
import { openUploadStore } from "./upload-store.js";
import { uploadId } from "./upload-id.js";
import { UploadKept } from "./upload-kept.js";
import { toCheckpointData } from "./upload-note.js";
import { UploadWatch } from "./upload-watch.js";

/** An upload that another process can continue, or that continues what another one began. */
export interface Keeping {
  options: Pick<UploadFileOptions, "checkpoints" | "file" | "note" | "signal" | "pause">;
  /** Says once, when it is known, whether an earlier upload is continued. */
  show(progress: UploadProgress): void;
  /** What to report in place of an error of the upload. */
  explain(error: unknown): unknown;
  end(): void;
}

/**
 * Keeps an upload until it is done. The first signal pauses it; where it cannot be kept, it cancels.
 * @param path of the file, absolute
 */
export function keepUpload(path: string, source: UploadSource, input: Input, context: CmdletContext): Keeping {
  const { host, messages, options, program, stdin, warn } = context;
  const name = showText(source.name ?? path);
  let found: Checkpoint | undefined;
  const watch = new UploadWatch(openUploadStore(host), {
    onFound: (checkpoint) => {
      const isSame = checkpoint.size === source.size && checkpoint.fingerprint === source.fingerprint;
      if (isSame) found = checkpoint;
      else warn(`${name} has changed since its upload began, ${showBegun(checkpoint)}; it is uploaded anew.`);
    },
    onRefused: (reason) => warn(`The upload cannot be continued should it be interrupted: ${reason}.`),
  });
  const [pause, cancel] = [new AbortController(), new AbortController()];
  const stop = (): void => (watch.isKeeping ? pause : cancel).abort(host.signal.reason);
  if (host.signal.aborted) stop();
  host.signal.addEventListener("abort", stop, { once: true });
  return {
    options: {
      checkpoints: watch,
      file: path,
      note: toCheckpointData(input, context),
      signal: cancel.signal,
      pause: pause.signal,
    },
    show: ({ state, bytes, size }) => {
      if (found === undefined || state === "reattaching" || state === "querying" || state === "waiting") return;
      const text =
        state === "creating"
          ? `the upload begun ${showBegun(found)} can no longer be continued; it begins anew`
          : `continuing at ${showShare(bytes, size)}, begun ${showBegun(found)}`;
      found = undefined;
      if (options.progress !== "json") messages.line(`${name}  ${text}`);
    },
    explain: (error) => {
      const { kept, key } = watch;
      const isKept = error instanceof UploadError && error.resumable && watch.isKeeping;
      if (!isKept || kept === undefined || key === undefined) return error;
      const resume = `${program.name} uploads resume ${uploadId(key)}`;
      const hint = stdin.isStream ? `continue it with: ${resume}` : `the same command continues it, also: ${resume}`;
      return new UploadKept(error, showShare(kept.position, kept.size), hint);
    },
    end: () => host.signal.removeEventListener("abort", stop),
  };
}

function showBegun({ createdAt }: Checkpoint): string {
  return showTime(createdAt, Date.now());
}
