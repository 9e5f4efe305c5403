import { ShellError } from "./failure.js";
import { interruption, type ShellHost } from "./host.js";

/** One line of stdin that holds a JSON value, or why it does not. Lines count from 1. */
export type InputLine = { line: number; value: unknown } | { line: number; error: string };

const lineLimit = 4 * 1024 * 1024;

/** stdin, read once: as one document or as a stream of objects. */
export class StandardInput {
  readonly #host: ShellHost;
  #reader: "document" | "objects" | undefined;

  constructor(host: ShellHost) {
    this.#host = host;
  }

  /** whether something else than a keyboard is on the other end */
  get isPiped(): boolean {
    return this.#host.stdin.isTTY !== true;
  }

  /** whether it is read as a stream of objects */
  get isStream(): boolean {
    return this.#reader === "objects";
  }

  /** whether it is still free to be read */
  get isUnused(): boolean {
    return this.#reader === undefined;
  }

  /** The whole of it. @throws ShellError when something else reads it, or it exceeds 4 MiB */
  async readAll(): Promise<Uint8Array> {
    this.#claim("document");
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.#bytes()) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > lineLimit) throw unreadable("stdin holds more than 4 MiB.");
    }
    return Buffer.concat(chunks);
  }

  /** Its objects, one JSON value a line; an array stands for its elements, as in PowerShell. Blank lines do not count. */
  async *readObjects(): AsyncGenerator<InputLine> {
    this.#claim("objects");
    let line = 0;
    for await (const text of this.#lines()) {
      line++;
      if (text.trim() === "") continue;
      const values = parseLine(text);
      if (typeof values === "string") yield { line, error: values };
      else for (const value of values) yield { line, value };
    }
  }

  #claim(reader: "document" | "objects"): void {
    if (this.#reader !== undefined) {
      throw unreadable(`stdin is already read as ${this.#reader === "objects" ? "objects" : "another value"}.`);
    }
    this.#reader = reader;
  }

  async *#lines(): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8");
    let rest = "";
    for await (const chunk of this.#bytes()) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      if (rest.length > lineLimit) throw unreadable("stdin holds a line of more than 4 MiB.");
    }
    rest += decoder.decode();
    if (rest !== "") yield rest;
  }

  /** @throws Interruption, ShellError */
  async *#bytes(): AsyncGenerator<Uint8Array> {
    const { stdin, signal } = this.#host;
    const stop = (): void => void stdin.destroy();
    if (signal.aborted) throw interruption(signal);
    signal.addEventListener("abort", stop, { once: true });
    try {
      for await (const chunk of stdin) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    } catch (error) {
      if (signal.aborted) throw interruption(signal);
      throw unreadable(`Cannot read stdin: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

function unreadable(reason: string): ShellError {
  return new ShellError("StandardInputUnreadable", reason, 2);
}

/** The values of a line, or why it has none. */
function parseLine(text: string): unknown[] | string {
  try {
    const value = JSON.parse(text) as unknown;
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    return `Not valid JSON: ${(error as Error).message}.`;
  }
}
