import { parameterNameOf } from "../../conventions/parameters.js";
import { encoders } from "../../emit/encoders.js";
import { cmdletFile, cmdletNames } from "../../lower/cmdlet.js";
import { allProperties } from "../../lower/lookup.js";
import { propertyName } from "../../lower/names.js";
import type { Cmdlet, JsonObject, JsonValue, Model, ObjectSchema, TypeReference } from "../../model.js";
import { objectBehind } from "../complex-types.js";
import type { Argument, Call } from "./call.js";

const kiota = "@microsoft/kiota-abstractions";

/** Classes of Kiota whose `parse` makes a value of its text. */
const parsed: Readonly<Record<string, string>> = { date: "DateOnly", time: "TimeOnly", duration: "Duration" };

/** The same call in TypeScript, of the generated function; it compiles where its variables are declared. */
export function typescriptCall(model: Model, { cmdlet, comment, set, arguments: given }: Call): string[] {
  const { run } = cmdletNames(cmdlet);
  const printer = new Printer(model);
  const members = given.flatMap((each): string[] => printer.member(each, set.operation.body));
  const nothing = set.operation.response.kind === "none";
  const call = `await ${run}(adapter, ${enclose("{", members, "}")});`;
  return [
    `import { createGraphAdapter } from ${encoders.str(model.service.package.name)};`,
    `import { ${run} } from ${encoders.str(moduleOf(model, cmdlet))};`,
    ...(printer.classes.size > 0
      ? [`import { ${[...printer.classes].toSorted().join(", ")} } from ${encoders.str(kiota)};`]
      : []),
    ...(printer.readsFile ? ['import { readFile } from "node:fs/promises";'] : []),
    "",
    "const adapter = createGraphAdapter({ accessToken });",
    ...(comment === undefined ? [] : [`// ${encoders.line(comment)}`]),
    ...`${nothing ? "" : "const result = "}${call}`.split("\n"),
  ];
}

/** Uploads a file through the session the cmdlet opens. */
export function typescriptUpload(model: Model, cmdlet: Cmdlet, parameters: readonly string[]): string[] {
  return [
    `import { createGraphAdapter } from ${encoders.str(model.service.package.name)};`,
    `import { ${cmdletNames(cmdlet).target} as target } from ${encoders.str(moduleOf(model, cmdlet))};`,
    'import { uploadFile } from "@graphlet/runtime/graph/upload-file";',
    'import { nodeTransport, openFile } from "@graphlet/runtime/upload/node";',
    "",
    "const adapter = createGraphAdapter({ accessToken });",
    "const transport = nodeTransport();",
    `const parameters = { ${parameters.map((name) => encoders.ident(propertyName(name))).join(", ")} };`,
    'const { item } = await uploadFile(adapter, target, parameters, await openFile("report.pdf"), { transport });',
  ];
}

/** `@graphlet/microsoft-graph/cmdlets/new-mg-…` */
function moduleOf(model: Model, cmdlet: Cmdlet): string {
  return `${model.service.package.name}/${cmdletFile(cmdlet).replace(/\.ts$/, "")}`;
}

/** Prints values as the generated models have them, and remembers what that takes. */
class Printer {
  readonly classes = new Set<string>();
  readsFile = false;

  constructor(private readonly model: Model) {}

  member({ parameter, source, value }: Argument, body: Call["set"]["operation"]["body"]): string[] {
    if (source.kind === "runtime" && source.role === "outFile") return [];
    if (source.kind === "runtime" && source.role === "inFile") {
      this.readsFile = true;
      return [`bodyParameter: await readFile("photo.jpg")`];
    }
    const property = propertyName(parameter.name);
    if ("variable" in value) {
      const variable = value.variable.slice(1);
      return [variable === property ? property : `${encoders.prop(property)}: ${encoders.ident(variable)}`];
    }
    const type: TypeReference | undefined =
      source.kind === "body" && body?.kind === "json"
        ? { kind: "object", schema: body.schema }
        : parameter.type.reference;
    return [`${encoders.prop(property)}: ${this.value(value.json, type)}`];
  }

  private value(value: JsonValue, type: TypeReference | undefined): string {
    if (Array.isArray(value)) {
      const items = type?.kind === "array" ? type.items : undefined;
      return enclose(
        "[",
        value.map((item) => this.value(item, items)),
        "]",
      );
    }
    if (typeof value === "object" && value !== null) {
      const schema = type && objectBehind(this.model, type);
      return schema ? this.object(value, schema) : plain(value);
    }
    if (typeof value === "string" && type?.kind === "scalar") {
      if (type.name === "date-time") return `new Date(${encoders.str(value)})`;
      const name = parsed[type.name];
      if (name !== undefined) {
        this.classes.add(name);
        return `${name}.parse(${encoders.str(value)})`;
      }
    }
    return plain(value);
  }

  /** Keys are PowerShell's or the wire's; those the type does not know are additional data. */
  private object(value: JsonObject, schema: ObjectSchema): string {
    const properties = new Map(
      allProperties(this.model, schema).flatMap((property) => [
        [property.wireName.toLowerCase(), property] as const,
        [parameterNameOf(property.wireName).toLowerCase(), property] as const,
      ]),
    );
    const known: string[] = [];
    const additional: string[] = [];
    for (const [key, item] of Object.entries(value)) {
      const property = properties.get(key.toLowerCase());
      if (property) known.push(`${encoders.prop(propertyName(property.wireName))}: ${this.value(item, property.type)}`);
      else additional.push(`${encoders.prop(key)}: ${plain(item)}`);
    }
    if (additional.length > 0) known.push(`additionalData: ${enclose("{", additional, "}")}`);
    return enclose("{", known, "}");
  }
}

function plain(value: JsonValue): string {
  if (typeof value === "string") return encoders.str(value);
  if (Array.isArray(value)) return enclose("[", value.map(plain), "]");
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, item]) => `${encoders.prop(key)}: ${plain(item)}`);
    return enclose("{", members, "}");
  }
  return String(value);
}

/** On one line where that is short, else a line for each member. */
function enclose(open: string, members: readonly string[], close: string): string {
  if (members.length === 0) return open + close;
  const [before, after] = open === "{" ? ["{ ", " }"] : [open, close];
  const line = `${before}${members.join(", ")}${after}`;
  if (line.length <= 70 && !line.includes("\n")) return line;
  return `${open}\n${members.map((each) => `  ${each.replaceAll("\n", "\n  ")},\n`).join("")}${close}`;
}
