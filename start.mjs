// `npm start`: the whole line once, with nothing but this machine. Generates the package, starts the local Graph
// service, attaches an 8 MB file to a group post with `mg`, reads it back and compares.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const mg = ["generated/dist/bin/mg.js"];
const post = ["-GroupId", "group-1", "-ConversationId", "conversation-1", "-ConversationThreadId", "thread-1"];
const postPath = "groups/group-1/conversations/conversation-1/threads/thread-1/posts/post-1";

const folder = await mkdtemp(join(tmpdir(), "graphlet-start-"));
const emulator = spawn(process.execPath, [...mg, "emulator"], { stdio: ["ignore", "pipe", "ignore"] });
try {
  console.log(`1. Generated from specs/: ${lastLine(await run(["dist/main.js", "generate"]))}`);

  const variables = await readVariables(emulator.stdout, ["GRAPH_BASE_URL", "GRAPH_ACCESS_TOKEN"]);
  console.log(`2. A local Graph service answers at ${variables.GRAPH_BASE_URL}.`);

  const file = join(folder, "report.pdf");
  const content = randomBytes(8_000_000);
  await writeFile(file, content);
  const output = await run(
    [...mg, "New-MgGroupConversationThreadPostAttachmentUploadSession", ...post, "-PostId", "post-1", "-InFile", file],
    variables,
  );
  const attachment = JSON.parse(output);
  console.log(`3. mg attached ${attachment.name} (8 MB) to a group post, in ranges, through an upload session.`);

  const response = await fetch(`${variables.GRAPH_BASE_URL}/${postPath}/attachments/${attachment.id}/$value`, {
    headers: { authorization: `Bearer ${variables.GRAPH_ACCESS_TOKEN}` },
  });
  const received = sha256(Buffer.from(await response.arrayBuffer()));
  console.log(`4. Read back from the post: SHA-256 ${received.slice(0, 16)}…`);

  if (received !== sha256(content)) throw new Error("what came back is not what was sent");
  console.log("5. The same as the file. Next: README.md, or `node generated/dist/bin/mg.js --help`.");
} finally {
  emulator.kill("SIGTERM");
  await rm(folder, { recursive: true });
}

/** Runs node with these arguments; progress goes to our stderr, what it prints on stdout comes back. */
async function run(args, env = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with exit code ${code}`);
  return Buffer.concat(chunks).toString();
}

/** Reads `export NAME=value` lines until all names are there. */
async function readVariables(stream, names) {
  const variables = {};
  for await (const line of createInterface({ input: stream })) {
    const [, name, value] = /^export (\w+)='?([^']*)'?$/.exec(line) ?? [];
    if (name) variables[name] = value;
    if (names.every((each) => each in variables)) return variables;
  }
  throw new Error("the emulator ended before it said where it is");
}

function lastLine(text) {
  return text.trim().split("\n").at(-1);
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
