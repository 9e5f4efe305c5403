import type { Call } from "./call.js";
import { argument, literal } from "../powershell.js";
import { shellCall } from "../shell.js";
import type { Argument } from "./call.js";

/** A call as a PowerShell script; what does not fit on a line has a variable. */
export function powershellCall({ cmdlet, comment, arguments: given }: Call): string[] {
  const large = given.filter(isLarge);
  const call = given.map((each) => {
    const { name } = each.parameter;
    if (isSwitch(each)) return `-${name}`;
    if ("variable" in each.value) return `-${name} ${each.value.variable}`;
    return `-${name} ${isLarge(each) ? variableFor(each) : scalar(each.value.json)}`;
  });
  return [
    `Import-Module ${cmdlet.module}`,
    "",
    ...large.flatMap((each) =>
      "json" in each.value ? [...`${variableFor(each)} = ${literal(each.value.json, "")}`.split("\n"), ""] : [],
    ),
    ...(comment === undefined ? [] : [`# ${comment}`]),
    [cmdlet.name, ...call].join(" "),
  ];
}

/** The same call of `mg`, for a POSIX shell; objects are JSON. */
export function shellSnippet(program: string, { cmdlet, arguments: given }: Call): string[] {
  const parameters = given.map((each) => {
    const { name } = each.parameter;
    if (isSwitch(each)) return { name };
    return { name, value: "variable" in each.value ? each.value.variable : text(each.value.json) };
  });
  return shellCall(program, cmdlet.name, parameters).split("\n");
}

function isSwitch({ parameter, value }: Argument): boolean {
  return parameter.type.dotnetName === "SwitchParameter" && "json" in value && value.json === true;
}

function isLarge({ value }: Argument): boolean {
  return "json" in value && typeof value.json === "object" && value.json !== null;
}

function variableFor({ parameter: { name } }: Argument): string {
  return name === "BodyParameter" ? "$params" : `$${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function scalar(value: Parameters<typeof literal>[0]): string {
  return typeof value === "string" ? argument(value) : literal(value, "");
}

function text(value: Parameters<typeof literal>[0]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
