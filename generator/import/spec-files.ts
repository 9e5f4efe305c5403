import type { ImportedSpec } from "./imported-spec.js";
import { kebab } from "../conventions/words.js";
import { printYaml } from "./spec-text-yaml.js";

/** Where a spec stands in a folder of specs. */
export function specPath({ kind, spec }: ImportedSpec): string {
  switch (kind) {
    case "cmdlet":
      return `cmdlets/${spec.module}/${spec.cmdlet}.yaml`;
    case "schema":
      return `schemas/${spec.apiVersion === undefined ? "" : `${spec.apiVersion}/`}${kebab(spec.schema)}.yaml`;
    case "identity":
      return `identities/${spec.module}.yaml`;
    case "overlay":
      return overlayPath(spec.overlay);
  }
}

/** Where hand-written words on an imported cmdlet stand: `overlays/Get-MgUserMessage.yaml`. */
export function overlayPath(cmdlet: string): string {
  return `overlays/${cmdlet}.yaml`;
}

/** A spec as the text of its file. */
export function specText(imported: ImportedSpec): string {
  const { kind, spec } = imported;
  const up = "../".repeat(specPath(imported).split("/").length - 1);
  const advice =
    kind === "cmdlet" ? `; do not edit: your own words go into ${overlayPath(spec.cmdlet)}` : "; do not edit";
  return `# yaml-language-server: $schema=${up}spec.schema.json\n# Imported by graphlet${advice}\n${printYaml(spec)}`;
}
