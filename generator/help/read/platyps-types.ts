import type { PageType } from "../help-page.js";

const namespaces: Readonly<Record<string, string>> = {
  "System.Collections": "Hashtable IDictionary",
  "System.IO": "Stream FileInfo",
  "System.Management.Automation": "SwitchParameter PSCredential ActionPreference PSObject ScriptBlock",
  "System.Security": "SecureString",
  "Microsoft.Graph.PowerShell.Runtime": "SendAsyncStep",
  System:
    "String Boolean Byte Int16 Int32 Int64 Single Double Decimal DateTime DateTimeOffset TimeSpan Guid Uri Object",
};
const fullNames = new Map(
  Object.entries(namespaces).flatMap(([namespace, names]) =>
    names.split(" ").map((name) => [name, `${namespace}.${name}`] as const),
  ),
);

/**
 * Gives short names their namespaces, as the types that go in and out of the cmdlet have them in full.
 * @param module `Microsoft.Graph.Beta.Groups`, where those types tell nothing
 */
export function typeFinder(known: readonly PageType[], module: string): (name: string) => PageType {
  const byName = new Map(known.map(({ name, fullName }) => [elementOf(name), elementOf(fullName)]));
  const api = module.startsWith("Microsoft.Graph.Beta.") ? "Microsoft.Graph.Beta" : "Microsoft.Graph";
  const models = known.map(({ fullName }) => /^(.*\.Models)\.I/.exec(fullName)?.[1]).find(Boolean);
  return (name) => {
    const element = elementOf(name);
    const rest = name.slice(element.length);
    const model = /^I[A-Z]/.test(element) ? `${models ?? `${api}.PowerShell.Models`}.${element}` : element;
    return { name, fullName: (fullNames.get(element) ?? byName.get(element) ?? model) + rest };
  };
}

/** `String` of `String[]` */
function elementOf(name: string): string {
  return name.replace(/(\[,*\])+$/, "");
}
