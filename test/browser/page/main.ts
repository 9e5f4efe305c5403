import { newMgUserMessageAttachmentUploadSessionTarget as messageAttachments } from "@graphlet/microsoft-graph/cmdlets/new-mg-user-message-attachment-upload-session";
import { createGraphAdapter } from "@graphlet/runtime/graph/adapter";
import { uploadFile } from "@graphlet/runtime/graph/upload-file";
import { openBlob, type UploadProgress, type UploadState } from "@graphlet/runtime/upload";
import { fetchTransport, indexedDbCheckpoints } from "@graphlet/runtime/upload/web";
import { formatBytes, formatSeconds } from "./format.js";

/** What the server of this page tells it; a real page signs its user in. */
interface Settings {
  baseUrl: string;
  accessToken: string;
}

const { baseUrl, accessToken } = (await (await fetch("settings.json")).json()) as Settings;
const adapter = createGraphAdapter({ baseUrl, accessToken });
const transport = fetchTransport();
const checkpoints = indexedDbCheckpoints();
const draft = { userId: "me", messageId: "draft-1" };

const states: Record<UploadState, string> = {
  reattaching: "Finding where it stopped",
  creating: "Starting",
  sending: "Uploading",
  waiting: "Waiting",
  querying: "Asking what has arrived",
  verifying: "Looking for the attachment",
  committing: "Finishing",
  done: "Attached",
};

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const input = element<HTMLInputElement>("file");
const [start, pause, cancel] = [element<HTMLButtonElement>("start"), element("pause"), element("cancel")];
let pausing = new AbortController();
let cancelling = new AbortController();

input.addEventListener("change", () => {
  const file = input.files?.[0];
  start.disabled = file === undefined;
  start.textContent = "Upload";
  element("course").hidden = true;
  show("file-name", file?.name ?? "Choose a file");
  show("file-size", file ? formatBytes(file.size) : "up to 150 MB");
});
start.addEventListener("click", () => {
  const file = input.files?.[0];
  if (file) void attach(file);
});
pause.addEventListener("click", () => pausing.abort());
cancel.addEventListener("click", () => cancelling.abort());
await showUnfinished();

async function attach(file: File): Promise<void> {
  pausing = new AbortController();
  cancelling = new AbortController();
  showRunning(true);
  const source = openBlob(file);
  try {
    const { upload } = await uploadFile(adapter, messageAttachments, draft, await source, {
      transport,
      checkpoints,
      pause: pausing.signal,
      signal: cancelling.signal,
      onProgress: showProgress,
    });
    const resumed = upload?.resumedFrom;
    show("state", resumed === undefined ? states.done : `${states.done}, continued at ${formatBytes(resumed)}`);
    start.disabled = true;
  } catch (error) {
    showFailure(error);
  } finally {
    showRunning(false);
    await showUnfinished();
  }
}

function showProgress({ state, bytes, size, bytesPerSecond, secondsLeft, reason }: UploadProgress): void {
  show("state", reason === undefined ? states[state] : `${states[state]}: ${reason}`);
  element<HTMLProgressElement>("progress").value = bytes / size;
  show("percent", `${Math.floor((bytes / size) * 100)} %`);
  show("bytes", formatBytes(bytes));
  show("rate", bytesPerSecond === undefined ? "–" : `${formatBytes(bytesPerSecond)}/s`);
  show("left", secondsLeft === undefined || state === "done" ? "–" : formatSeconds(secondsLeft));
}

function showRunning(running: boolean): void {
  input.disabled = running;
  start.hidden = running;
  pause.hidden = cancel.hidden = !running;
  if (!running) return;
  element("course").hidden = false;
  element("problem").hidden = true;
  pause.focus();
}

function showFailure(error: unknown): void {
  if (cancelling.signal.aborted) return show("state", "Cancelled");
  start.textContent = "Resume";
  if (pausing.signal.aborted) return show("state", "Paused");
  show("state", "Stopped");
  show("problem", error instanceof Error ? error.message : String(error));
  element("problem").hidden = false;
}

async function showUnfinished(): Promise<void> {
  const entries = await checkpoints.list();
  const lines = entries.flatMap(({ checkpoint, locked }) => {
    const { name } = (checkpoint?.data ?? {}) as { name?: string };
    if (checkpoint === undefined || name === undefined) return [];
    const line = document.createElement("li");
    line.textContent = `${name}, ${formatBytes(checkpoint.position)} of ${formatBytes(checkpoint.size)}${locked ? ", in another tab" : ""}`;
    return [line];
  });
  element("unfinished-list").replaceChildren(...lines);
  element("unfinished").hidden = lines.length === 0;
}

function show(id: string, text: string): void {
  const place = element(id);
  if (place.textContent !== text) place.textContent = text; // a status that says the same again is not read out
}
