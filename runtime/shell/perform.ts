import type { RequestInformation } from "@microsoft/kiota-abstractions";
import { operationOf } from "../cmdlet/choose-parameter-set.js";
import type { ParameterRole } from "../cmdlet/cmdlet.js";
import { contentOption } from "../graph/content.js";
import type { CallLimits } from "../graph/deadline.js";
import { IncompleteBodyError } from "../graph/request-builder.js";
import { sendForBytes, sendForReply } from "../graph/send-json.js";
import { askConsent } from "./confirm.js";
import { connect, type Connection } from "./connection.js";
import type { CmdletContext } from "./context.js";
import type { Input } from "./inputs.js";
import { Output } from "./output.js";
import { inFile } from "./parameters.js";
import { readItems } from "./read-items.js";
import { checkBody, toRequest } from "./request.js";
import { describeAction, describeRequest } from "./what-if.js";

/** Performs the calls of one command line over one connection. What only some calls need is imported by them. */
export class Performer {
  readonly #context: CmdletContext;
  readonly #connection: Connection;
  readonly #output: Output;
  readonly #limits: CallLimits;

  /** @throws what `connect` throws */
  constructor(context: CmdletContext) {
    const { host, options, stdin } = context;
    this.#context = context;
    this.#connection = connect(context);
    this.#output = new Output(host, options.output, stdin.isStream);
    this.#limits = { signal: host.signal, timeoutMs: options.timeoutMs };
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
      await this.#send(input);
    }
  }

  /** Sends a call and prints what it returns. */
  async #send(input: Input): Promise<void> {
    const { command } = this.#context;
    const { upload, cmdlet } = command;
    if (upload !== undefined && input.values.has(inFile)) {
      const { uploadInFile } = await import("./upload-in-file.js");
      await this.#output.print(await uploadInFile(input, upload, this.#context, this.#connection));
      return;
    }
    if (operationOf(cmdlet, input.parameterSet).sends !== undefined) {
      const { sendContent } = await import("./send-content.js");
      await sendContent(input, this.#context, this.#connection, (request) => this.#sendRequest(request, input));
      return;
    }
    const request = toRequest(input, command, this.#connection.adapter, this.#limits);
    checkBody(request, input, command);
    await this.#sendRequest(request, input);
  }

  async #sendRequest(request: RequestInformation, input: Input): Promise<void> {
    const { adapter } = this.#connection;
    switch (operationOf(this.#context.command.cmdlet, input.parameterSet).returns) {
      case "collection":
        return this.#output.printList(readItems(request, input, this.#context, this.#limits, adapter));
      case "content": {
        const { saveContent } = await import("./save-content.js");
        await saveContent(String(this.#given("outFile", input)), this.#context.host, async (to) => {
          request.addRequestOptions([contentOption({ to })]);
          await sendForBytes(adapter, request, this.#limits);
        });
        return this.#printSuccess(input);
      }
      case "nothing":
        await sendForBytes(adapter, request, this.#limits);
        return this.#printSuccess(input);
      default: {
        const reply = await sendForReply(adapter, request, this.#limits);
        if (reply !== undefined) await this.#output.print(reply);
      }
    }
  }

  /** What returns nothing says `true` only where it is wanted. */
  async #printSuccess(input: Input): Promise<void> {
    if (this.#given("passThru", input) === true) await this.#output.print(true);
  }

  #given(role: ParameterRole, { values }: Input): unknown {
    return values.get(this.#context.cmdlet.parameters.find((each) => each.role === role)?.name ?? "");
  }

  async #plan(input: Input): Promise<unknown> {
    const { command, warn } = this.#context;
    const { upload, cmdlet } = command;
    if (upload !== undefined && input.values.has(inFile)) {
      const { planInFile } = await import("./plan-in-file.js");
      return planInFile(input, upload, this.#context, this.#connection);
    }
    if (operationOf(cmdlet, input.parameterSet).sends !== undefined) {
      const { planContent } = await import("./send-content.js");
      return planContent(input, this.#context, this.#connection);
    }
    const request = toRequest(input, command, this.#connection.adapter);
    try {
      checkBody(request, input, command);
    } catch (error) {
      if (!(error instanceof IncompleteBodyError)) throw error;
      warn(error.message);
    }
    return describeRequest(request, input.parameterSet);
  }
}
