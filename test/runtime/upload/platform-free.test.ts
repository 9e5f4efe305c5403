import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const folder = new URL("../../../runtime/upload/", import.meta.url);

async function sources(): Promise<[string, string][]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts"));
  return Promise.all(
    files.map(async (name) => [name, await readFile(new URL(name, folder), "utf8")] as [string, string]),
  );
}

it("the core of the engine imports nothing but itself and uses nothing of Node", async () => {
  const core = (await sources()).filter(([name]) => !/^(node|web)\b/.test(name));
  expect(core.length).toBeGreaterThan(20);
  for (const [name, text] of core) {
    const imported = [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2]);
    expect([name, imported.filter((path) => !/^\.\/[a-z0-9-]+\.js$/.test(path ?? ""))]).toEqual([name, []]);
    expect([name, usedOfNode(text)]).toEqual([name, undefined]);
  }
});

it("what is for browsers uses nothing of Node", async () => {
  const web = (await sources()).filter(([name]) => name.startsWith("web"));
  expect(web).not.toEqual([]);
  for (const [name, text] of web) expect([name, usedOfNode(text)]).toEqual([name, undefined]);
});

function usedOfNode(text: string): string | undefined {
  return /\b(?:Buffer|process|require|setImmediate)\b\s*[.(]/.exec(text)?.[0];
}

it("only transports reveal an upload URL, and the journal, which keeps it", async () => {
  const revealing = (await sources())
    .filter(([, text]) => text.includes(".reveal()"))
    .map(([name]) => name)
    .toSorted();
  expect(revealing).toEqual(["journal.ts", "node/transport.ts", "web/transport.ts"]);
});
