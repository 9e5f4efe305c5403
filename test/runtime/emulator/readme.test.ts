import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { send } from "./client.js";

const text = readFileSync(new URL("../../../runtime/emulator/README.md", import.meta.url), "utf8");
const [, matches = "", actions = ""] = text.split(/^\*\*(?:match|action)\*\*/m);

/** JSON objects in the first columns of the tables. */
function listParts(section: string): string[] {
  const [tables = ""] = section.split(/^## /m);
  const cells = tables.split("\n").map((line) => (line.startsWith("|") ? (line.split("|")[1] ?? "") : ""));
  return cells.flatMap((cell) => [...cell.matchAll(/`(\{.*?\})`/g)].map(([, json = ""]) => json));
}

/** Method, path and body of each curl command. */
const commands = text
  .replaceAll("\\\n", "")
  .split("\n")
  .filter((line) => line.startsWith("curl "))
  .map((line) => line.replace(/'(http[^']*)'/, "$1"))
  .map((line): [string, string, string | undefined] => {
    const body = /-d '([^']*)'/.exec(line)?.[1];
    const method = /-X (\w+)/.exec(line)?.[1] ?? (body === undefined ? "GET" : "POST");
    return [method, /http:\/\/[^/]+(\S+)/.exec(line)?.[1] ?? "", body];
  });

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

describe("each part of a fault plan is one", () => {
  test.each(listParts(matches))("match %s", (json) => {
    expect(() => emulator.addFaults([{ match: JSON.parse(json), action: {} }])).not.toThrow();
  });
  test.each(listParts(actions))("action %s", (json) => {
    expect(() => emulator.addFaults([{ action: JSON.parse(json) }])).not.toThrow();
  });
  test("and none is missing", () => {
    expect(listParts(matches).length + listParts(actions).length).toBeGreaterThan(35);
  });
});

test.each(commands)("%s %s %s is answered", async (method, path, body) => {
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" };
  const { status } = await send(method, emulator.url + path, { headers, body });
  expect([200, 201, 202, 204]).toContain(status);
});

test("its commands are found", () => {
  expect(commands.map(([, path]) => path.split("/").at(-1))).toEqual([
    "createUploadSession",
    "messages?$top=5&$select=subject",
    "sendMail",
    "__faults",
    "__clock",
    "__clock",
    "__ledger",
    "__reset",
  ]);
});
