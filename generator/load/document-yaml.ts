import { CST } from "yaml";
import { type Diagnostic, maxDiagnostics } from "../diagnostics.js";
import type { Place } from "../model.js";
import { guardTokens, type Refusal, type Token, type YamlLimits } from "./guard.js";
import type { LocatedMap, LocatedScalar } from "./located.js";
import { SyntaxMistake, TreeBuilder } from "./tree-builder.js";
import { type LoadedFile, refuse } from "./yaml.js";

/**
 * Reads a YAML or JSON document nobody wrote for us, of some MiB: at a third of the time and memory the parser of the yaml
 * package takes, whose tokens and rules of quoting it shares. Odd spellings of numbers stay texts, keys are texts however
 * they look, and what names and texts hold is the caller's business. Never throws, whatever the text.
 * @param text with LF line ends
 */
export function readDocumentYaml(file: string, text: string, limits: YamlLimits): LoadedFile {
  const loaded: LoadedFile = { file, text, diagnostics: [] };
  const builder = new TreeBuilder(file, { value, key, block, admits });
  const refusal = build();
  if (refusal) return refuse(file, text, refusal);
  const { root } = builder;
  if (root?.kind === "map") return { ...loaded, root };
  const place = root?.place ?? { file, line: 1, column: 1 };
  return {
    ...loaded,
    diagnostics: [{ code: "schema/root", place, message: `the file holds ${root ? "no map" : "nothing"}` }],
  };

  function build(): Refusal | undefined {
    try {
      const refused = guardTokens(text, limits, (token) => builder.take(token));
      if (!refused) builder.end(text.length);
      return refused;
    } catch (error) {
      if (!(error instanceof SyntaxMistake)) throw error;
      return { code: "yaml/syntax", offset: error.offset, message: error.message };
    }
  }

  function admits({ entries }: LocatedMap, name: string, place: Place): boolean {
    const report = (code: Diagnostic["code"], message: string, related?: Diagnostic["related"]) => {
      if (loaded.diagnostics.length < maxDiagnostics) {
        loaded.diagnostics.push({ code, place, message, ...(related && { related }) });
      }
      return false;
    };
    const first = entries.get(name);
    if (first) {
      const related = [{ place: first.keyPlace, message: "first stated here" }];
      return report("yaml/duplicate-key", `the key ${name} stands here again`, related);
    }
    if (name.length > limits.keyLength) return report("yaml/key", `a key of ${name.length} characters`);
    if (name === "<<") return report("yaml/merge", "the merge key <<");
    return name === "__proto__" ? report("name/reserved", `the key ${name}`) : true;
  }
}

function value(token: Token): LocatedScalar["value"] {
  const { type, source } = token;
  if (type !== null || source.includes("\n")) return textOf(token);
  if (/^([Nn]ull|NULL|~|)$/.test(source)) return null;
  if (/^([Tt]rue|TRUE)$/.test(source)) return true;
  if (/^([Ff]alse|FALSE)$/.test(source)) return false;
  // a number only if it can be written back as it stands
  if (/^-?\d/.test(source) && String(Number(source)) === source) return Number(source);
  return textOf(token);
}

function key(token: Token): string {
  return textOf(token);
}

function textOf({ type, source, offset }: Token): string {
  if (!source.includes("\n")) {
    if (type === null && !/^[,%@`|>\t]/.test(source)) return source;
    if (type === "double-quoted-scalar" && /^"[^"\\]*"$/.test(source)) return source.slice(1, -1);
    if (type === "single-quoted-scalar" && /^'[^']*'$/.test(source)) return source.slice(1, -1);
  }
  const scalar: CST.FlowScalar = { type: flowTypeOf(type), source, offset, indent: 0 };
  return CST.resolveAsScalar(scalar, true, mistake(offset)).value;
}

function flowTypeOf(type: Token["type"]): CST.FlowScalar["type"] {
  return type === "double-quoted-scalar" || type === "single-quoted-scalar" ? type : "scalar";
}

function block(header: Token, body: Token, indent: number): string {
  const { source, offset } = header;
  const props: CST.BlockScalar["props"] = [{ type: "block-scalar-header", source, offset, indent }];
  const scalar: CST.BlockScalar = { type: "block-scalar", source: body.source, offset, indent, props };
  return CST.resolveAsScalar(scalar, true, mistake(offset)).value;
}

function mistake(begin: number) {
  return (offset: number, code: string, message: string): never => {
    if (code === "MISSING_CHAR") throw new SyntaxMistake(begin, "the quote that begins here never ends");
    throw new SyntaxMistake(offset, message);
  };
}
