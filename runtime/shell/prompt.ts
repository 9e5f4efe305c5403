import { createInterface, type Interface } from "node:readline";
import { interruption, type ShellHost } from "./host.js";
import type { Messages } from "./messages.js";

/** Questions on stderr, answers from stdin. */
export class Prompt {
  readonly #host: ShellHost;
  readonly #messages: Messages;
  #reader: Interface | undefined;
  #lines: AsyncIterator<string> | undefined;

  constructor(host: ShellHost, messages: Messages) {
    this.#host = host;
    this.#messages = messages;
  }

  /** Asks once. @throws Interruption when stdin ends or the user interrupts */
  async ask(question: string): Promise<string> {
    this.#messages.text(question);
    const answer = await this.#readLine();
    if (answer === undefined) {
      this.#messages.line("");
      throw interruption(this.#host.signal);
    }
    return answer.trim();
  }

  close(): void {
    this.#reader?.close();
  }

  async #readLine(): Promise<string | undefined> {
    if (this.#lines === undefined) {
      // no line editing: the terminal's own, so that Ctrl-C stays a signal and Ctrl-D an end
      const reader = createInterface({ input: this.#host.stdin, terminal: false });
      this.#host.signal.addEventListener("abort", () => reader.close(), { once: true });
      this.#reader = reader;
      this.#lines = reader[Symbol.asyncIterator]();
    }
    const { value, done } = await this.#lines.next();
    return done === true ? undefined : value;
  }
}
