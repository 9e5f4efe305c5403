import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";

// The yaml library can abort the process when a deeply nested text is parsed twice, so this must be seen from outside.
const folder = mkdtempSync(join(tmpdir(), "graphlet-deep-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([900, 1500, 3000, 100_000])("%i nested lists, parsed twice, leave the process alive", (depth) => {
  const script = `
    import { loadYaml } from ${JSON.stringify(join(import.meta.dirname, "../../../generator/load/yaml.ts"))};
    const bytes = new TextEncoder().encode("[".repeat(${depth}));
    const codes = [1, 2].map(() => loadYaml("deep.yaml", bytes).diagnostics.map(({ code }) => code).join());
    process.stdout.write(codes.join(" "));
  `;
  const outfile = join(folder, `deep-${depth}.cjs`);
  buildSync({ stdin: { contents: script, resolveDir: folder }, bundle: true, platform: "node", outfile });
  expect(execFileSync(process.execPath, [outfile], { encoding: "utf8" })).toBe("yaml/depth yaml/depth");
});
