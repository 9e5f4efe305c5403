// `npm run simulate -- --seed N`: plays seeds of the simulation outside of the test run; see main.ts.
import { resolve } from "node:path";
import { build } from "esbuild";

const folder = import.meta.dirname;
const outfile = resolve(folder, "../../node_modules/.cache/simulation/main.mjs");
await build({
  entryPoints: [resolve(folder, "main.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  logLevel: "error",
});
const { main } = await import(outfile);
process.exitCode = await main(process.argv.slice(2));
