import { kebab } from "../conventions/words.js";
import type { CallExample, Cmdlet } from "../model.js";

/** A call of `mg` for a POSIX shell, a line per parameter; a switch has no value. */
export function shellCall(
  program: string,
  cmdlet: string,
  parameters: readonly { name: string; value?: string }[],
): string {
  const lines = parameters.map(({ name, value }) =>
    value === undefined ? `--${kebab(name)}` : `--${kebab(name)} ${argument(value)}`,
  );
  return [`${program} ${cmdlet}`, ...lines].join(" \\\n  ");
}

/** The call of an example, its body as JSON. */
export function shellExample(program: string, { cmdlet, parameters, body }: CallExample): string {
  const bodyParameter = body ? [{ name: "BodyParameter", value: JSON.stringify(body) }] : [];
  return shellCall(program, cmdlet, [...parameters, ...bodyParameter]);
}

/** The call that attaches a file, for a cmdlet that opens an upload session. */
export function shellUpload(program: string, { name, parameterSets: [{ operation, parameters }] }: Cmdlet): string {
  const target = operation.segments.flatMap((segment) => {
    const parameter = parameters.find(
      ({ source }) => source.kind === "path" && segment.kind === "parameter" && source.pathParameter === segment.name,
    );
    return parameter ? [{ name: parameter.name, value: variable(parameter.name) }] : [];
  });
  return shellCall(program, name, [...target, { name: "InFile", value: "report.pdf" }]);
}

function variable(parameter: string): string {
  return `$${parameter.charAt(0).toLowerCase()}${parameter.slice(1)}`;
}

/** A variable in double quotes; words bare; anything else in single quotes. */
function argument(value: string): string {
  if (/^\$[A-Za-z]\w*$/.test(value)) return `"${value}"`;
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
