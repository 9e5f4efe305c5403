// `npm run bench:package`: what one call costs a consumer of the generated package. Method and figures: bench/package.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const rounds = Number(process.argv[2] ?? 10);
const cmdlet = "new-mg-group-conversation-thread-post-attachment-upload-session";
const call = "newMgGroupConversationThreadPostAttachmentUploadSession";
const request = "toNewMgGroupConversationThreadPostAttachmentUploadSessionRequestInformation";

export const bundles = {
  "one call, request information only": `
    import { ${request} } from "@graphlet/microsoft-graph/cmdlets/${cmdlet}";
    export const information = (adapter, parameters) => ${request}(adapter, parameters);`,
  "one call with the default adapter": `
    import { createGraphAdapter } from "@graphlet/runtime/graph/adapter";
    import { ${call} } from "@graphlet/microsoft-graph/cmdlets/${cmdlet}";
    export const run = (accessToken, parameters) => ${call}(createGraphAdapter({ accessToken }), parameters);`,
  "the same from the package's root entry": `
    import { createGraphAdapter, ${call} } from "@graphlet/microsoft-graph";
    export const run = (accessToken, parameters) => ${call}(createGraphAdapter({ accessToken }), parameters);`,
  "uploads in a page: engine, fetch, IndexedDB": `
    export { openBlob, outlook, upload } from "@graphlet/runtime/upload";
    export { fetchTransport, indexedDbCheckpoints } from "@graphlet/runtime/upload/web";`,
  "Kiota alone: RequestInformation": `
    export { RequestInformation } from "@microsoft/kiota-abstractions";`,
  "Kiota alone: FetchRequestAdapter and JSON": `
    import { apiClientProxifier, AnonymousAuthenticationProvider, RequestInformation } from "@microsoft/kiota-abstractions";
    import { FetchRequestAdapter } from "@microsoft/kiota-http-fetchlibrary";
    import { JsonParseNodeFactory, JsonSerializationWriterFactory } from "@microsoft/kiota-serialization-json";
    export const adapter = new FetchRequestAdapter(new AnonymousAuthenticationProvider(), new JsonParseNodeFactory(), new JsonSerializationWriterFactory());
    export { apiClientProxifier, RequestInformation };`,
};

const imports = {
  nothing: "",
  "@microsoft/kiota-abstractions": `await import("@microsoft/kiota-abstractions");`,
  "one cmdlet": `await import("@graphlet/microsoft-graph/cmdlets/${cmdlet}");`,
  "Kiota's fetch adapter and JSON": `await import("@microsoft/kiota-http-fetchlibrary"); await import("@microsoft/kiota-serialization-json");`,
  "one cmdlet and the default adapter": `await import("@graphlet/microsoft-graph/cmdlets/${cmdlet}"); await import("@graphlet/runtime/graph/adapter");`,
  "the package's root entry": `await import("@graphlet/microsoft-graph");`,
};

const programs = {
  "an empty file": "export {};\n",
  "a five-line consumer": `
    import { createGraphAdapter, ${call} } from "@graphlet/microsoft-graph";
    const adapter = createGraphAdapter({ accessToken: "token" });
    const post = { groupId: "g", conversationId: "c", conversationThreadId: "t", postId: "p" };
    const session = await ${call}(adapter, { ...post, attachmentItem: { attachmentType: "file", name: "flower", size: 3483322 } });
    export const url: string | null | undefined = session?.uploadUrl;\n`,
};

/** Bundles and minifies as a web application would; returns bytes. */
export async function bundleSize(contents, resolveDir = root) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0].contents.byteLength;
}

if (process.argv[1] === import.meta.filename) {
  print("Bundle, minified", "bytes", await table(bundles, (contents) => bundleSize(contents)));
  print("Import in Node, median", "CPU ms", interleave(imports, importCost));
  print("Type check, median", "CPU ms", interleave(programs, typeCheckCost));
}

async function table(rows, measure) {
  const result = {};
  for (const [name, row] of Object.entries(rows)) result[name] = await measure(row);
  return result;
}

/** Every row once a round, so that the noise of the machine falls on all alike; the median of the rounds. */
function interleave(rows, measure) {
  const samples = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, row] of Object.entries(rows)) samples[name].push(measure(row));
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[all.length >> 1]]),
  );
}

function importCost(code) {
  return cpuOf([process.execPath, "--input-type=module", "-e", code]);
}

function typeCheckCost(source) {
  const folder = mkdtempSync(join(root, "node_modules", ".cache-bench-"));
  try {
    writeFileSync(join(folder, "consumer.ts"), source);
    const flags = "--ignoreConfig --noEmit --strict --target es2022 --module nodenext --skipLibCheck --types".split(
      " ",
    );
    return cpuOf([join(root, "node_modules/.bin/tsc"), ...flags, "", join(folder, "consumer.ts")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** User and system CPU milliseconds of a command, as bash counts them. */
function cpuOf(command) {
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  const script = `TIMEFORMAT='%U %S'; time ${quoted}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  const [user, system] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return Math.round((user + system) * 1000);
}

function print(title, unit, rows) {
  console.log(`\n| ${title} | ${unit} |\n|---|---:|`);
  for (const [name, value] of Object.entries(rows)) console.log(`| ${name} | ${value.toLocaleString("en")} |`);
}
