import type { NamingOptions } from "../../conventions/cmdlet-names.js";

/** The last version seen to cut names at the `in` of `signIn`; 3.0.509 keeps it. */
const lastToCutSignIn = [3, 0, 494];

/** How the generator named cmdlets that a configuration asks for: `use: "@autorest/powershell@3.0.494"`. */
export function namingOfGenerator(settings: ReadonlyMap<string, string>): NamingOptions {
  const [, ...version] = /^@autorest\/powershell@(\d+)\.(\d+)\.(\d+)$/.exec(settings.get("use") ?? "") ?? [];
  if (version.length === 0) return {};
  const at = lastToCutSignIn.findIndex((part, index) => part !== Number(version[index]));
  const isNewer = at >= 0 && Number(version[at]) > (lastToCutSignIn[at] ?? 0);
  return { keepSignIn: isNewer };
}
