import { lstat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { versionOfCmdlet } from "../conventions/api-version.js";
import { checkName, cmdletName, moduleName } from "../conventions/names.js";
import { words } from "../conventions/words.js";
import { scaffold } from "../import/scaffold.js";
import type { Model } from "../model.js";
import { pathTemplate } from "../spec-text.js";
import { OutputError } from "../write/output-error.js";
import { replaceFiles } from "../write/replace-files.js";
import { defineCommand, exitCodes, loadOrReport, refuseUsage, specsOption } from "./command.js";

const usage = "new [--path OPERATION] [--module NAME] [--specs DIR] <cmdlet>";
const options = { ...specsOption, path: { type: "string" }, module: { type: "string" } } as const;

/** `graphlet new`: the spec of a further cmdlet to begin with, and what to fill in. */
export const scaffoldCmdlet = defineCommand(usage, options, async ({ values, positionals }, host) => {
  const { specs } = values;
  const [cmdlet, ...more] = positionals;
  if (cmdlet === undefined || more.length > 0) return refuseUsage("name one cmdlet", usage, host);
  const bad = checkName(cmdlet, cmdletName);
  if (bad) return refuseUsage(`${bad.message}${bad.help ? `; ${bad.help}` : ""}`, usage, host);
  const call = values.path === undefined ? undefined : readCall(values.path);
  if (typeof call === "string") return refuseUsage(`--path ${values.path}: ${call}`, usage, host);

  const model = await loadOrReport(specs, host);
  if (!model) return exitCodes.failed;
  const known = model.cmdlets.find(({ name, aliases }) => [name, ...aliases].some((each) => sameName(each, cmdlet)));
  if (known) return refuseUsage(`${specs}/${known.place.file} describes ${known.name} already`, usage, host);
  const other = call && findCaller(call, cmdlet, model);
  if (other) return refuseUsage(`${call.method} ${call.path} has the cmdlet ${other.name} already`, usage, host);
  const module = values.module === undefined ? guessModule(cmdlet, model) : fullName(values.module, cmdlet, model);
  if (module === undefined || checkName(module, moduleName)) {
    const modules = [...new Set(model.cmdlets.map((each) => each.module))];
    const hint = modules.length > 0 ? ` as ${modules.join(" or ")}` : "";
    return refuseUsage(`name its module with --module${hint}`, usage, host);
  }
  const identity = call && findIdentity(call.path, module, model);
  const path = `cmdlets/${module}/${cmdlet}.yaml`;
  await refuseExisting(join(resolve(host.cwd, specs), path), join(specs, path));
  await replaceFiles(resolve(host.cwd, specs), [{ path, text: scaffold({ cmdlet, module, call, identity, model }) }]);
  const next = call ? `it loads as it is; see graphlet explain ${cmdlet}` : "fill in method, path and description";
  host.stdout.write(`${join(specs, path)}: ${next}. Its comments say what else there is.\n`);
  return exitCodes.ok;
});

/** `GET /users/{user-id}`, or what is wrong with it. */
function readCall(text: string): { method: string; path: string } | string {
  const [, method, path] = /^(GET|POST|PATCH|PUT|DELETE) +(\S+)$/.exec(text) ?? [];
  if (method === undefined || path === undefined) return "write it as 'GET /users/{user-id}/messages'";
  const { error } = pathTemplate.safeParse(path);
  return error?.issues[0]?.message ?? { method, path };
}

/** The cmdlet of the same API version that calls an operation already. */
function findCaller(call: { method: string; path: string }, cmdlet: string, { cmdlets, service }: Model) {
  const version = versionOfCmdlet(cmdlet, service.versions)?.name;
  return cmdlets.find(
    ({ operations, apiVersion }) =>
      apiVersion === version && operations.some(({ method, path }) => method === call.method && path === call.path),
  );
}

/** The module of the cmdlet whose noun has most words in common with it, from the first on; else the only one. */
function guessModule(cmdlet: string, { cmdlets, service }: Model): string | undefined {
  const version = versionOfCmdlet(cmdlet, service.versions)?.name;
  const siblings = cmdlets.filter(({ apiVersion }) => apiVersion === version);
  const ranked = siblings
    .map(({ name, module }) => ({ module, common: commonWords(nounOf(name), nounOf(cmdlet)) }))
    .toSorted((a, b) => b.common - a.common);
  const [best] = ranked;
  const modules = new Set(siblings.map(({ module }) => module));
  // the prefix is one word that all have
  return best && (best.common > 1 || modules.size === 1) ? best.module : undefined;
}

function commonWords(a: string, b: string): number {
  const others = words(b);
  const differ = words(a).findIndex((word, index) => word !== others[index]);
  return differ < 0 ? words(a).length : differ;
}

/** `Mail` is the module of that short name. */
function fullName(name: string, cmdlet: string, { cmdlets, service }: Model): string {
  if (name.startsWith("Microsoft.Graph.")) return name;
  const known = cmdlets.find(({ module }) => module.endsWith(`.${name}`));
  return (
    known?.module ??
    `Microsoft.Graph.${versionOfCmdlet(cmdlet, service.versions)?.name === "beta" ? "Beta." : ""}${name}`
  );
}

/** The identity of a module, if it can supply all that a path needs. */
function findIdentity(path: string, module: string, { identities, cmdlets }: Model): string | undefined {
  const used = cmdlets.find((each) => each.module === module && each.identity !== undefined)?.identity;
  const identity = identities.find((each) => each.name === used || each.module === module);
  const fields = new Set(identity?.fields.map(({ pathParameter }) => pathParameter));
  const needed = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  return needed.length > 0 && needed.every((name) => fields.has(name)) ? identity?.name : undefined;
}

async function refuseExisting(path: string, shown: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found) throw new OutputError("output/occupied", shown, "a file of this name is there already");
}

function nounOf(cmdlet: string): string {
  return cmdlet.slice(cmdlet.indexOf("-") + 1);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
