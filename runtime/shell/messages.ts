import type { ShellHost } from "./host.js";

/** stderr: lines for people, with at most one line below them that is rewritten in place. */
export class Messages {
  readonly #stream: ShellHost["stderr"];
  #status = "";

  constructor(stream: ShellHost["stderr"]) {
    this.#stream = stream;
    // a reader that went away must not end the command
    stream.on("error", () => {});
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number {
    return this.#stream.columns ?? 80;
  }

  line(text: string): void {
    this.#rewrite(`${text}\n${this.#status}`);
  }

  /** Text without a line end, for a question. */
  text(text: string): void {
    this.#stream.write(text);
  }

  /** Shows a line that the next one replaces; only for terminals. */
  status(text: string): void {
    const shown = text.slice(0, this.columns - 1);
    this.#rewrite(shown);
    this.#status = shown;
  }

  clearStatus(): void {
    this.#rewrite("");
    this.#status = "";
  }

  #rewrite(text: string): void {
    const erase = this.#status === "" ? "" : "\r\u001b[K";
    if (erase + text !== "") this.#stream.write(erase + text);
  }
}
