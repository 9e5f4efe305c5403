import type { Exchange } from "../upload/exchange.js";
import type { UploadProgress } from "../upload/progress.js";
import type { Messages } from "./messages.js";
import type { ProgressForm } from "./options.js";
import { showJson, showText } from "./terminal.js";
import { count, duration, unitFor } from "./units.js";

/** Shows the course of one upload on stderr. */
export interface ProgressView {
  show(progress: UploadProgress): void;
  /** a request to the upload URL has ended */
  showExchange?(exchange: Exchange): void;
  /** the upload has ended; leaves nothing half-written behind */
  end(failed: boolean): void;
}

/** A bar on a terminal, a line per tenth elsewhere, or the form that was asked for. */
export function viewProgress(name: string, form: ProgressForm | undefined, messages: Messages): ProgressView {
  if (form === "none") return { show: () => {}, end: () => {} };
  if (form === "json") return jsonProgress(messages);
  return messages.isTerminal ? barProgress(showText(name), messages) : lineProgress(showText(name), messages);
}

function barProgress(name: string, messages: Messages): ProgressView {
  return {
    show: (progress) => {
      const text = describe(progress);
      const room = messages.columns - text.length - 8;
      const label = name.length > 24 ? `${name.slice(0, 23)}…` : name;
      const bar = drawBar(progress, Math.min(30, room - label.length));
      messages.status(`${label}  ${bar}${text}`);
    },
    end: () => messages.clearStatus(),
  };
}

function lineProgress(name: string, messages: Messages): ProgressView {
  let shownTenth = -1;
  let shownReason: string | undefined;
  return {
    show: (progress) => {
      const tenth = Math.floor(percent(progress) / 10);
      const waits = progress.reason !== undefined && progress.reason !== shownReason;
      shownReason = progress.reason;
      if (tenth <= shownTenth && !waits) return;
      shownTenth = Math.max(tenth, shownTenth);
      messages.line(`${name}  ${describe(progress)}`);
    },
    end: () => {},
  };
}

/** One JSON object a line; never a URL. */
function jsonProgress(messages: Messages): ProgressView {
  let last: UploadProgress | undefined;
  const emit = (event: string, { bytes, size, reason, waitMs }: UploadProgress): void => {
    messages.line(showJson({ event, offset: bytes, size, reason, waitMs }));
  };
  return {
    show: (progress) => {
      const before = last?.state ?? "creating";
      last = progress;
      if (progress.state === "waiting") emit("wait", progress);
      else if (progress.state === "done") emit("done", progress);
      else if (progress.state === "sending" && before === "creating") emit("created", progress);
      else if (progress.state === "sending" && before !== "sending") emit("resumed", progress);
    },
    showExchange: ({ range, status = 0 }) => {
      if (last !== undefined && range !== undefined && status >= 200 && status < 300) {
        last = { ...last, bytes: range.end };
        emit("range", last);
      }
    },
    end: (failed) => {
      if (failed && last !== undefined) emit("failed", last);
    },
  };
}

/** `37 %  1.3/3.5 MB  0.5 MB/s  4 s left`, or why nothing moves. */
function describe(progress: UploadProgress): string {
  const { bytes, size, bytesPerSecond, secondsLeft, reason, waitMs, state } = progress;
  const whole = unitFor(size);
  const parts = [
    `${percent(progress).toString().padStart(3)} %`,
    `${count(bytes, whole)}/${count(size, whole)} ${whole}`,
  ];
  if (reason !== undefined) {
    parts.push(`waiting${waitMs === undefined ? "" : ` ${duration(waitMs / 1000)}`}: ${showText(reason, 60)}`);
  } else if (state === "reattaching" || state === "querying" || state === "verifying") {
    parts.push("asking the service what arrived");
  } else {
    if (bytesPerSecond !== undefined) {
      const unit = unitFor(bytesPerSecond);
      parts.push(`${count(bytesPerSecond, unit)} ${unit}/s`);
    }
    if (secondsLeft !== undefined && state === "sending") parts.push(`${duration(secondsLeft)} left`);
  }
  return parts.join("  ");
}

function drawBar(progress: UploadProgress, width: number): string {
  if (width < 5) return "";
  const filled = Math.floor((percent(progress) / 100) * width);
  return `[${"=".repeat(filled)}${" ".repeat(width - filled)}] `;
}

function percent({ bytes, size }: UploadProgress): number {
  return size === 0 ? 100 : Math.floor((bytes / size) * 100);
}
