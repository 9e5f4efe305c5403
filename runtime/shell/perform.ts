import { IncompleteBodyError } from "../graph/request-builder.js";
import { uploadInFile } from "./upload-in-file.js";
import { planInFile } from "./plan-in-file.js";
import { askConsent } from "./confirm.js";
import { connect, type Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import type { Input } from "./inputs.js";
import { Output } from "./output.js";
import { inFile } from "./parameters.js";
import { checkBody, sendCommand, toParameters } from "./request.js";
import { describeAction, describeRequest } from "./what-if.js";

/** Performs the calls of one command line over one connection. */
export class Performer {
  readonly #context: CmdletContext;
  readonly #connection: Connection;
  readonly #output: Output;

  /** @throws what `connect` throws */
  constructor(context: CmdletContext) {
    const { host, options, stdin } = context;
    this.#context = context;
    this.#connection = connect(context);
    this.#output = new Output(host, options.output, stdin.isStream);
  }

  hasSent(): boolean {
    return this.#connection.hasSent();
  }

  /** Performs one call: shows it, asks, sends it, as the options say, and prints the result. */
  async perform(input: Input): Promise<void> {
    const { cmdlet, options, messages } = this.#context;
    const action = describeAction(cmdlet, input.parameterSet);
    if (options.whatIf) {
      messages.line(`What if: ${action}`);
      await this.#output.print(await this.#plan(input));
    } else if (!options.confirm || (await askConsent(action, this.#context))) {
      await this.#output.print(await this.#send(input));
    }
  }

  async #send(input: Input): Promise<unknown> {
    const { command, host, options } = this.#context;
    const { upload } = command;
    if (upload !== undefined && input.values.has(inFile)) {
      return uploadInFile(input, upload, this.#context, this.#connection);
    }
    const limits = { signal: host.signal, timeoutMs: options.timeoutMs };
    return sendCommand(command, this.#connection.adapter, toParameters(input.values, command), limits);
  }

  async #plan(input: Input): Promise<unknown> {
    const { command, warn } = this.#context;
    const { upload } = command;
    if (upload !== undefined && input.values.has(inFile)) {
      return planInFile(input, upload, this.#context, this.#connection);
    }
    const request = command.toRequestInformation(this.#connection.adapter, toParameters(input.values, command));
    try {
      checkBody(request, command);
    } catch (error) {
      if (!(error instanceof IncompleteBodyError)) throw error;
      warn(error.message);
    }
    return describeRequest(request, input.parameterSet);
  }
}
