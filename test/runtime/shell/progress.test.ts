import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Messages } from "../../../runtime/shell/messages.js";
import { viewProgress } from "../../../runtime/shell/progress.js";
import type { ProgressForm } from "../../../runtime/shell/options.js";
import type { UploadProgress } from "../../../runtime/upload/progress.js";

const size = 3_500_000;
const sending = (bytes: number, more: Partial<UploadProgress> = {}): UploadProgress => ({
  state: "sending",
  bytes,
  size,
  ...more,
});

function show(steps: UploadProgress[], columns: number | undefined, form?: ProgressForm, failed = false): string {
  const stream = new PassThrough();
  const messages = new Messages(Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }));
  const view = viewProgress("photo.jpg", form, messages);
  for (const step of steps) view.show(step);
  view.end(failed);
  return String(stream.read() ?? "");
}

describe("the bar", () => {
  it.each<[string, UploadProgress, number, string]>([
    ["at the start", sending(0), 80, "photo.jpg  [                              ]   0 %  0.0/3.5 MB"],
    [
      "on its way",
      sending(1_300_000, { bytesPerSecond: 510_000, secondsLeft: 4.2 }),
      80,
      "photo.jpg  [=========                 ]  37 %  1.3/3.5 MB  0.5 MB/s  5 s left",
    ],
    [
      "for long",
      sending(1_300_000, { bytesPerSecond: 9_000, secondsLeft: 244 }),
      100,
      "photo.jpg  [===========                   ]  37 %  1.3/3.5 MB  9.0 kB/s  4 min 4 s left",
    ],
    [
      "of a small file",
      { state: "sending", bytes: 0, size: 1_200 },
      80,
      "photo.jpg  [                              ]   0 %  0.0/1.2 kB",
    ],
    ["on a narrow terminal", sending(1_300_000), 40, "photo.jpg  [==    ]  37 %  1.3/3.5 MB"],
    ["cut on a tiny one", sending(1_300_000), 12, "photo.jpg  "],
    [
      "waiting",
      { state: "waiting", bytes: 1_300_000, size, reason: "throttled", waitMs: 29_500 },
      80,
      "photo.jpg  [=======              ]  37 %  1.3/3.5 MB  waiting 30 s: throttled",
    ],
    [
      "in doubt",
      { state: "verifying", bytes: size, size },
      80,
      "photo.jpg  [=============] 100 %  3.5/3.5 MB  asking the service what arrived",
    ],
  ])("%s", (_, step, columns, want) => {
    const text = show([step], columns);
    expect(text.endsWith("\r\u001b[K")).toBe(true);
    const line = text.slice(0, -"\r\u001b[K".length);
    expect(line.length).toBeLessThan(columns);
    expect(line).toBe(want);
  });
});

describe("lines", () => {
  it("come for each tenth once, and for each wait", () => {
    const steps = [
      ...[0, 100_000, 350_000, 400_000, 1_200_000].map((bytes) => sending(bytes)),
      { state: "waiting", bytes: 1_200_000, size, reason: "503", waitMs: 1000 } as const,
      { state: "waiting", bytes: 1_200_000, size, reason: "503", waitMs: 1000 } as const,
      sending(700_000),
      sending(size),
    ];
    const lines = show(steps, undefined).trimEnd().split("\n");
    expect(lines.map((line) => /(\d+) %/.exec(line)?.[1])).toEqual(["0", "10", "34", "34", "100"]);
    expect(lines[3]).toContain("waiting 1 s: 503");
  });
});

describe("JSON", () => {
  it("has an event for each turn", () => {
    const steps: UploadProgress[] = [
      { state: "creating", bytes: 0, size },
      sending(0),
      sending(1000),
      { state: "waiting", bytes: 1000, size, reason: "503", waitMs: 1000 },
      { state: "querying", bytes: 1000, size },
      sending(1000),
    ];
    const events = show(steps, undefined, "json", true).trimEnd().split("\n");
    expect(events.map((line) => JSON.parse(line) as unknown)).toEqual([
      { event: "created", offset: 0, size },
      { event: "wait", offset: 1000, size, reason: "503", waitMs: 1000 },
      { event: "resumed", offset: 1000, size },
      { event: "failed", offset: 1000, size },
    ]);
  });
});
