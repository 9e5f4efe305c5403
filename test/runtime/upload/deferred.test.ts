import { describe, expect, it } from "vitest";
import { oneDriveBusiness, oneDrivePersonal, outlook, type UploadDialect } from "../../../runtime/upload/dialects.js";
import { upload } from "../../../runtime/upload/engine.js";
import { memoryCheckpoints } from "../../../runtime/upload/memory-checkpoints.js";
import type { UploadOptions } from "../../../runtime/upload/options.js";
import type { UploadReply, UploadTransport } from "../../../runtime/upload/transport.js";
import { bufferSource } from "./scenario.js";
import { VirtualClock } from "./virtual-clock.js";

const rangeSize = 327_680;
const bytes = Buffer.alloc(2 * rangeSize + 1000, "deferred");

/** A drive that takes every byte and makes the item only when asked to. */
class Drive implements UploadTransport {
  readonly log: string[] = [];
  /** called when the last byte has come, before the reply */
  onLast = () => {};

  async send({ method, headers, body, signal, onSent }: Parameters<UploadTransport["send"]>[0]): Promise<UploadReply> {
    const range = headers["Content-Range"];
    this.log.push(range === undefined ? method : `${method} ${range}`);
    for (let left = body?.size ?? 0; left > 0;) left -= (await body?.read(Buffer.alloc(left))) ?? left;
    onSent?.(body?.size ?? 0);
    const next = Number(/-(\d+)\//.exec(range ?? "")?.[1]) + 1;
    if (next === bytes.length) this.onLast();
    signal.throwIfAborted();
    if (method === "DELETE") return reply(204);
    if (method === "POST") return reply(201, { id: "item" });
    return method === "GET" || next === bytes.length
      ? reply(method === "GET" ? 200 : 202, { nextExpectedRanges: [] })
      : reply(202, { nextExpectedRanges: [`${next}-`] });
  }

  close(): void {}
}

function reply(status: number, json?: unknown): UploadReply {
  return { status, header: () => undefined, text: json === undefined ? "" : JSON.stringify(json) };
}

function send(transport: UploadTransport, dialect: UploadDialect, more: Partial<UploadOptions> = {}) {
  return upload({
    dialect,
    source: { ...bufferSource(bytes), fingerprint: "same" },
    transport,
    rangeSize,
    deferCommit: true,
    createSession: async () => ({ uploadUrl: "http://127.0.0.1/session?tempauth=x" }),
    allowedHosts: ["127.0.0.1"],
    clock: new VirtualClock(),
    ...more,
  });
}

describe("a deferred item", () => {
  it("is made by a request of its own", async () => {
    const drive = new Drive();
    expect(await send(drive, oneDriveBusiness)).toMatchObject({ itemId: "item", wireBytes: bytes.length });
    expect(drive.log.at(-1)).toBe("POST");
  });

  it("of which a pause came with the last range is made without sending anything again", async () => {
    const drive = new Drive();
    const checkpoint = { store: memoryCheckpoints(), key: "here" };
    const pause = new AbortController();
    drive.onLast = () => pause.abort();
    await expect(send(drive, oneDriveBusiness, { checkpoint, pause: pause.signal })).rejects.toMatchObject({
      resumable: true,
    });
    drive.log.length = 0;
    expect(await send(drive, oneDriveBusiness, { checkpoint })).toMatchObject({ itemId: "item", wireBytes: 0 });
    expect(drive.log).toEqual(["GET", "POST"]);
  });

  it.each<[string, UploadDialect]>([
    ["cannot be had of a service that defers nothing", { ...outlook, minimumSize: 1 }],
    ["of a personal drive needs commit", oneDrivePersonal],
  ])("%s: refused before any request", async (_, dialect) => {
    const drive = new Drive();
    await expect(send(drive, dialect)).rejects.toMatchObject({ code: "invalidOption" });
    expect(drive.log).toEqual([]);
  });
});
