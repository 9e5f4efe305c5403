import type { ShellHost } from "./host.js";
import { isJsonObject } from "./json.js";
import type { OutputFormat } from "./options.js";
import { showJson, showText } from "./terminal.js";

/** The reader of stdout went away: the command ends quietly. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Writes to stdout and waits until it is gone. @throws OutputClosed */
export async function writeOutput(host: ShellHost, text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    host.stdout.write(text, (error) => {
      if (error === null || error === undefined) return resolve();
      reject((error as NodeJS.ErrnoException).code === "EPIPE" || host.stdout.destroyed ? new OutputClosed() : error);
    });
  });
}

/** Prints results: JSON, one line each when they come as a stream; a list of properties; or nothing. */
export class Output {
  readonly #host: ShellHost;
  readonly #format: OutputFormat;
  readonly #stream: boolean;
  #count = 0;

  /** @param stream whether more than one result may come */
  constructor(host: ShellHost, format: OutputFormat | undefined, stream: boolean) {
    this.#host = host;
    this.#format = format ?? (host.stdout.isTTY === true ? "table" : "json");
    this.#stream = stream || this.#format === "ndjson";
  }

  /** @throws OutputClosed */
  async print(result: unknown): Promise<void> {
    if (this.#format === "none") return;
    const separator = this.#format === "table" && this.#count++ > 0 ? "\n" : "";
    await writeOutput(this.#host, `${separator}${this.#toText(result)}\n`);
  }

  /**
   * Prints the items of a list as they come: as one JSON array, or one after the other. An array that has begun is ended
   * whatever happens, so that what has come can be read.
   * @throws OutputClosed, and what `items` throws
   */
  async printList(items: AsyncIterable<unknown>): Promise<void> {
    if (this.#format !== "json" || this.#stream) {
      for await (const item of items) await this.print(item);
      return;
    }
    let begun = false;
    try {
      for await (const item of items) {
        await writeOutput(this.#host, `${begun ? "," : "["}\n  ${showJson(item, 2).replaceAll("\n", "\n  ")}`);
        begun = true;
      }
      if (!begun) await writeOutput(this.#host, "[]\n");
    } finally {
      if (begun) await writeOutput(this.#host, "\n]\n");
    }
  }

  #toText(result: unknown): string {
    if (this.#format === "table") {
      if (isJsonObject(result)) return toList(result);
      if (typeof result === "string") return showText(result);
    }
    return showJson(result, this.#stream ? undefined : 2);
  }
}

/** `name : value` a line, names aligned; objects inside as JSON. */
function toList(result: Record<string, unknown>): string {
  const rows = Object.entries(result).map(([name, value]): [string, string] => {
    return [showText(name), typeof value === "string" ? showText(value) : showJson(value ?? null)];
  });
  const width = Math.max(...rows.map(([name]) => name.length), 0);
  return rows.map(([name, value]) => `${name.padEnd(width)} : ${value}`).join("\n");
}
