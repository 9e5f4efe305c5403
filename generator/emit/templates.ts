import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { type Block, blocks } from "./blocks.js";
import { EncodeError, type Encoder, encoders } from "./encoders.js";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));

/** `templates/` is written with these helpers and no others; printing goes through an encoder. */
const helperNames: readonly string[] = [...Object.keys(encoders), ...Object.keys(blocks), "if", "unless", "each"];

let environment: typeof Handlebars | undefined;
const compiled = new Map<string, HandlebarsTemplateDelegate>();

/** Prints a view with the template `templates/<name>.hbs`. */
export function render(name: string, view: object): string {
  let template = compiled.get(name);
  if (!template) {
    template = handlebars().compile(readFileSync(`${folder}${name}.hbs`, "utf8"), {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(helperNames.map((helper) => [helper, true])),
    });
    compiled.set(name, template);
  }
  return template(view);
}

/** An environment of our own: helpers and partials of other users of Handlebars do not meet ours. */
function handlebars(): typeof Handlebars {
  if (environment) return environment;
  environment = Handlebars.create();
  for (const name of Object.keys(encoders) as Encoder[]) environment.registerHelper(name, encoderHelper(name));
  for (const name of Object.keys(blocks) as Block[]) {
    environment.registerHelper(name, function (this: unknown, ...parameters: unknown[]) {
      const options = parameters.at(-1) as Handlebars.HelperOptions;
      return blocks[name](() => options.fn(this), ...(parameters.slice(0, -1) as [never]));
    });
  }
  for (const file of readdirSync(`${folder}partials`).toSorted()) {
    environment.registerPartial(file.replace(/\.hbs$/, ""), readFileSync(`${folder}partials/${file}`, "utf8"));
  }
  return environment;
}

function encoderHelper(name: Encoder): Handlebars.HelperDelegate {
  const encode = encoders[name] as (value: unknown) => string;
  if (name === "num" || name === "indent") return (value: unknown) => encode(expect(name, "number", value));
  const encoded = new Map<unknown, string>();
  return (value: unknown) => {
    const known = encoded.get(value);
    if (known !== undefined) return known;
    const text = encode(expect(name, "string", value));
    if (encoded.size >= memory) encoded.clear();
    encoded.set(value, text);
    return text;
  };
}

function expect(name: Encoder, type: "number" | "string", value: unknown): unknown {
  if (typeof value !== type) throw new EncodeError(name, value);
  return value;
}

/** So many texts an encoder remembers: cmdlets that share a schema say the same of it. */
const memory = 10_000;
