import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import { expect, test } from "vitest";
import { GraphError } from "../../../runtime/graph/errors.js";
import { kiotaAdapter } from "./kiota-adapter.js";
import { closedOrigin, startService } from "./local-service.js";
import { body, onePost, session } from "./seed.js";

// builders through an adapter that is not ours

test("a reply comes through Kiota's adapter", async () => {
  const { origin } = await startService({ status: 201, body: session });
  expect(await onePost(kiotaAdapter(origin)).post(body)).toMatchObject({ uploadUrl: session.uploadUrl });
});

test("an error of the API comes as GraphError, with all that Kiota left", async () => {
  const error = { code: "ErrorItemNotFound", message: "Not there.", innererror: { code: "deep", "request-id": "r" } };
  const { origin } = await startService({ status: 404, headers: { "client-request-id": "c" }, body: { error } });
  const thrown: unknown = await onePost(kiotaAdapter(origin))
    .post(body)
    .catch((each: unknown) => each);
  expect(thrown).toBeInstanceOf(GraphError);
  expect(thrown).toMatchObject({
    message: "404 ErrorItemNotFound: Not there.",
    status: 404,
    specificCode: "deep",
    requestId: "r",
    clientRequestId: "c",
  });
});

test("a failure of the network comes as GraphError", async () => {
  const call = onePost(kiotaAdapter(await closedOrigin())).post(body);
  await expect(call).rejects.toMatchObject({ name: "GraphError", code: "ECONNREFUSED" });
});

test("limits hold although the adapter does not know them", async () => {
  const { origin, received } = await startService(() => {});
  const controller = new AbortController();
  const call = onePost(kiotaAdapter(origin)).post(body, { signal: controller.signal });
  call.catch(() => {});
  await expect.poll(() => received.length).toBe(1);
  controller.abort(new Error("enough"));
  await expect(call).rejects.toThrow("enough");
  await expect(onePost(kiotaAdapter(origin)).post(body, { timeoutMs: 20 })).rejects.toMatchObject({ code: "timeout" });
});

test.each([Infinity, 2 ** 40])("a time-out of %s ms is none, and not at once", async (timeoutMs) => {
  const { origin } = await startService({ body: session });
  expect(await onePost(kiotaAdapter(origin)).post(body, { timeoutMs })).toMatchObject({ nextExpectedRanges: ["0-"] });
});

test("an adapter that throws before it returns a promise is no exception", async () => {
  const adapter = Object.assign(kiotaAdapter("https://graph.microsoft.com/v1.0"), {
    send: () => {
      throw new Error("at once");
    },
  }) as unknown as RequestAdapter;
  await expect(onePost(adapter).post(body)).rejects.toMatchObject({ name: "GraphError", message: "at once" });
});

test("a call leaves neither a listener on its signal nor a timer behind", async () => {
  const { origin } = await startService({ body: session });
  const signal = new AbortController().signal;
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => (
    listeners++,
    addEventListener.apply(signal, args)
  );
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => (
    listeners--,
    removeEventListener.apply(signal, args)
  );
  const before = runningTimers();
  await onePost(kiotaAdapter(origin)).post(body, { signal, timeoutMs: 3_600_000 });
  expect(listeners).toBe(0);
  expect(runningTimers()).toBeLessThanOrEqual(before);
});

/** timers that keep a process alive */
function runningTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
