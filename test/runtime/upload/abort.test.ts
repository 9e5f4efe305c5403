import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { bufferSource, content, expectDone, play, rangeSize, type ScenarioOptions } from "./scenario.js";

/** A signal that is aborted on the nth progress report of a state. */
function abortAt(state: string, count = 1): { abort: AbortController; options: ScenarioOptions } {
  const abort = new AbortController();
  let seen = 0;
  return {
    abort,
    options: {
      signal: abort.signal,
      onProgress: (progress) => {
        if (progress.state === state && ++seen === count) abort.abort(new Error("enough"));
      },
    },
  };
}

describe("abort (I12)", () => {
  it.each<[string, ScenarioOptions, { puts: number; deletes: number }]>([
    ["creating", {}, { puts: 0, deletes: 0 }],
    ["sending", {}, { puts: 0, deletes: 1 }],
    ["waiting", { script: { 2: { status: 503 } } }, { puts: 2, deletes: 1 }],
    ["querying", { script: { 2: { status: 503 } } }, { puts: 2, deletes: 1 }],
    ["verifying", { script: { 11: { transport: "resetAfterBody" } } }, { puts: 12, deletes: 0 }],
  ])("while %s deletes the session and rejects with the reason", async (state, script, want) => {
    const { abort, options } = abortAt(state);
    const { error, server, exchanges } = await play({ ...script, ...options });
    expect(error).toBe(abort.signal.reason);
    expect({ puts: server.count("PUT"), deletes: server.count("DELETE") }).toEqual(want);
    expect(server.openSessions).toBe(0);
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
    const deletes = exchanges.filter(({ method, status }) => method === "DELETE" && status === 204);
    expect(deletes).toHaveLength(want.deletes);
  });

  it("while a session is being created deletes it", async () => {
    const abort = new AbortController();
    const { error, server } = await play({
      signal: abort.signal,
      create: async (server) => {
        abort.abort();
        return server.createSession();
      },
    });
    expect(error).toBe(abort.signal.reason);
    expect([server.sessionsCreated, server.count("PUT"), server.openSessions]).toEqual([1, 0, 0]);
  });

  it("while the service is silent closes the connection", async () => {
    const abort = new AbortController();
    const { error, server } = await play({
      signal: abort.signal,
      script: { 3: { transport: "hang" } },
      prepare: (server) => server.whenHanging(() => abort.abort()),
    });
    expect(error).toBe(abort.signal.reason);
    expect(error).toMatchObject({ name: "AbortError" });
    expect([server.count("PUT"), server.count("DELETE"), server.openSessions]).toEqual([3, 1, 0]);
  });

  it("while the source hangs closes the connection", async () => {
    const abort = new AbortController();
    const inner = bufferSource(content);
    const { error, server } = await play({
      signal: abort.signal,
      source: {
        ...inner,
        read: (position, target) => {
          if (position < 2 * rangeSize) return inner.read(position, target);
          setImmediate(() => abort.abort());
          return new Promise(() => {});
        },
      },
    });
    expect(error).toBe(abort.signal.reason);
    expect(server.openSessions).toBe(0);
  });

  it("that never comes leaves nothing on the signal", async () => {
    const { signal } = new AbortController();
    expectDone(await play({ signal, script: { 2: { status: 503 }, 3: { transport: "resetAtOnce" } } }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("before the start makes no request", async () => {
    const { error, server } = await play({ signal: AbortSignal.abort("early") });
    expect(error).toBe("early");
    expect([server.sessionsCreated, server.requests]).toEqual([0, []]);
  });

  it("settles although DELETE never answers (F22)", async () => {
    const { abort, options } = abortAt("waiting");
    const { error, exchanges } = await play({
      ...options,
      script: { 2: { status: 503 } },
      prepare: (server) => {
        server.silentDelete = true;
      },
    });
    expect(error).toBe(abort.signal.reason);
    expect(exchanges.at(-1)).toMatchObject({ method: "DELETE", error: expect.stringContaining("timeout") });
  });

  it("is what an observer's exception amounts to", async () => {
    const bug = new Error("bug in the progress bar");
    const { error, server } = await play({
      onProgress: ({ bytes }) => {
        if (bytes > 3 * rangeSize) throw bug;
      },
    });
    expect(error).toBe(bug);
    expect(server.openSessions).toBe(0);
  });
});
