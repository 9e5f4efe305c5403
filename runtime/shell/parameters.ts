import type { Cmdlet } from "../cmdlet/cmdlet.js";
import { didYouMean } from "../cmdlet/did-you-mean.js";
import { bindingError } from "./binding-error.js";
import { nameKey, type ParameterToken } from "./tokens.js";

/** A parameter that an argument can name. */
export interface ShellParameter {
  /** `ConversationThreadId`; `--no-input` for the shell's own */
  name: string;
  /** as messages show it */
  type: string;
  aliases: readonly string[];
  /** `flag`: one of the shell's own, which only its whole name finds */
  origin: "cmdlet" | "common" | "flag";
}

/** Parameters that every cmdlet takes, with PowerShell's aliases. */
const common = [
  ["Confirm", "SwitchParameter", "cf"],
  ["Debug", "SwitchParameter", "db"],
  ["ErrorAction", "ActionPreference", "ea"],
  ["ErrorVariable", "String", "ev"],
  ["InformationAction", "ActionPreference", "infa"],
  ["InformationVariable", "String", "iv"],
  ["OutBuffer", "Int32", "ob"],
  ["OutVariable", "String", "ov"],
  ["PipelineVariable", "String", "pv"],
  ["ProgressAction", "ActionPreference", "proga"],
  ["Verbose", "SwitchParameter", "vb"],
  ["WarningAction", "ActionPreference", "wa"],
  ["WarningVariable", "String", "wv"],
  ["WhatIf", "SwitchParameter", "wi"],
] as const;

/** The shell's own: written with two dashes, so that they take no prefix from the cmdlet's parameters. */
const flags = [
  ["--environment", "String"],
  ["--input", "String"],
  ["--no-input", "SwitchParameter"],
  ["--no-persist", "SwitchParameter"],
  ["--no-stdin", "SwitchParameter"],
  ["--output", "String"],
  ["--progress", "String"],
  ["--timeout", "Double"],
] as const;

export type CommonName = (typeof common)[number][0];
export type FlagName = (typeof flags)[number][0];

/** The file to upload: where `mg` itself declares it, it is found by its whole name only, like its flags. */
export const inFile = "InFile";

/** All parameters of a cmdlet as the command line offers it. */
export function parametersOf(cmdlet: Pick<Cmdlet, "parameters">): ShellParameter[] {
  return [
    ...cmdlet.parameters.map(({ name, type, aliases = [], role }): ShellParameter => {
      return { name, type, aliases, origin: name === inFile && role === undefined ? "flag" : "cmdlet" };
    }),
    ...common.map(([name, type, alias]): ShellParameter => ({ name, type, aliases: [alias], origin: "common" })),
    ...flags.map(([name, type]): ShellParameter => ({ name, type, aliases: [], origin: "flag" })),
  ];
}

/** What a token names: one parameter, or several that share its text as a prefix, or none. */
export function candidates(token: ParameterToken, parameters: readonly ShellParameter[]): ShellParameter[] {
  const key = nameKey(token.name);
  const own = parameters.find((each) => each.origin === "flag" && nameKey(each.name) === key);
  if (own !== undefined && (own.name === inFile || !token.singleDash)) return [own];

  const others = parameters.filter(({ origin }) => origin !== "flag");
  const exact =
    others.find(({ name }) => nameKey(name) === key) ??
    others.find(({ aliases }) => aliases.some((alias) => nameKey(alias) === key));
  if (exact !== undefined) return [exact];

  const startsWithKey = (name: string): boolean => nameKey(name).startsWith(key);
  const found = others.filter(({ name, aliases }) => startsWithKey(name) || aliases.some(startsWithKey));
  const declared = found.filter(({ origin }) => origin === "cmdlet");
  return declared.length === 1 ? declared : found;
}

/** The parameter a token names, by PowerShell's rules. @throws ParameterBindingError */
export function findParameter(token: ParameterToken, parameters: readonly ShellParameter[]): ShellParameter {
  const found = candidates(token, parameters);
  const [parameter] = found;
  if (parameter === undefined) {
    const spellings = new Map(parameters.map(({ name }) => [nameKey(name), showName(name)]));
    const meant = spellings.get(didYouMean(nameKey(token.name), spellings.keys()) ?? "");
    const hint = meant === undefined ? undefined : `did you mean ${meant}?`;
    throw bindingError("NamedParameterNotFound", [token.name], { parameter: token.name, hint });
  }
  if (found.length > 1) {
    const names = found.map(({ name }) => showName(name)).join(" ");
    throw bindingError("AmbiguousParameter", [token.name, names], { parameter: token.name });
  }
  return parameter;
}

/** `-GroupId`, or `--no-input` as it is. */
export function showName(name: string): string {
  return name.startsWith("-") ? name : `-${name}`;
}

/** The kebab form: `ConversationThreadId` is `conversation-thread-id`, `IPAddress` is `ip-address`. */
export function toKebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}
