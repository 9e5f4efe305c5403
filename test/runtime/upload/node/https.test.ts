import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certificate, key } from "./loopback-certificate.js";

/** A process of its own: which authorities Node trusts is settled when it starts. */
const program = `
import { SecretUrl } from ${JSON.stringify(new URL("../../../../runtime/upload/secret-url.ts", import.meta.url).pathname)};
import { nodeTransport } from ${JSON.stringify(new URL("../../../../runtime/upload/node/transport.ts", import.meta.url).pathname)};
const transport = nodeTransport();
const body = { size: 700000, left: 700000, async read(target) {
  const length = Math.min(target.length, this.left);
  this.left -= length;
  return length;
} };
const request = { method: "PUT", url: new SecretUrl(process.argv[2]), headers: {}, body, signal: new AbortController().signal };
transport.send(request).then((reply) => console.log(reply.status, reply.text), (error) => console.log(error.kind, error.message));
`;

let folder: string;
const server = createServer({ cert: certificate, key }, (request, response) => {
  let bytes = 0;
  request.on("data", (data: Buffer) => (bytes += data.length)).on("end", () => response.end(String(bytes)));
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upload-https-"));
  await writeFile(join(folder, "ca.pem"), certificate);
  await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(folder, "program.mjs"),
    logLevel: "error",
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function run(environment: Record<string, string>): Promise<string> {
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  const env = { PATH: process.env.PATH, ...environment };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(folder, "program.mjs"), url], { env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout.trim()),
    );
  });
}

it("sends over https, and the process may end without close()", async () => {
  expect(await run({ NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") })).toBe("200 700000");
});

it("refuses a certificate nobody vouches for", async () => {
  expect(await run({})).toBe("connection DEPTH_ZERO_SELF_SIGNED_CERT");
});
