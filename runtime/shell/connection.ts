import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import { createGraphAdapter } from "../graph/adapter.js";
import type { Cloud } from "../graph/clouds.js";
import type { GraphExchange } from "../graph/exchange.js";
import type { Exchange } from "../upload/exchange.js";
import { bindingError } from "./binding-error.js";
import type { ShellProgram } from "./command.js";
import type { CmdletContext } from "./context.js";
import { logExchange } from "./exchange-log.js";
import { ShellError } from "./failure.js";

/** The way to Graph for one command line. */
export interface Connection {
  adapter: RequestAdapter;
  cloud: Cloud | undefined;
  /** whether any request has gone out */
  hasSent(): boolean;
  /** counts and logs an exchange that did not go through the adapter */
  onExchange(exchange: GraphExchange | Exchange): void;
}

/**
 * Connects with the token of the environment; under `-WhatIf` without one, as nothing is sent.
 * @throws ShellError without a token (exit code 4) or with a base URL that is none (2)
 * @throws ParameterBindingError for an unknown cloud
 */
export function connect(context: CmdletContext): Connection {
  const { cmdlet, environment, options, messages, warn } = context;
  const { apiVersion } = cmdlet;
  const { accessToken, baseUrl } = environment;
  const cloud = findCloud(context.program, options.cloud);
  let sent = false;
  const onExchange = (exchange: GraphExchange | Exchange): void => {
    sent = true;
    if (options.verbose) logExchange(exchange, options.debug, messages);
    if ("retryInMs" in exchange)
      warn(`The service answered ${exchange.status}; trying again in ${Math.ceil(exchange.retryInMs / 1000)} s.`);
  };
  const credential = options.whatIf ? { authenticationProvider: anonymous } : { accessToken: required(accessToken) };
  try {
    const { timeoutMs } = options;
    const adapter = createGraphAdapter({ ...credential, cloud, baseUrl, apiVersion, timeoutMs, onExchange });
    return { adapter, cloud, hasSent: () => sent, onExchange };
  } catch (error) {
    if (error instanceof TypeError) throw new ShellError("InvalidBaseUrl", `GRAPH_BASE_URL: ${error.message}`, 2);
    throw error;
  }
}

/** Sends requests without a token. */
export const anonymous = { authenticateRequest: async (): Promise<void> => {} };

function required(accessToken: string | undefined): string {
  if (accessToken !== undefined) return accessToken;
  throw new ShellError("NotSignedIn", "There is no access token: GRAPH_ACCESS_TOKEN is not set.", 4, [
    "set it to a token for Microsoft Graph, or try -WhatIf, which needs none",
    "`mg emulator` prints one for a local Graph",
  ]);
}

/** The cloud of a name, the first one without a name. @throws ParameterBindingError for an unknown one */
export function findCloud({ clouds }: ShellProgram, wanted: string | undefined): Cloud | undefined {
  if (wanted === undefined) return clouds[0];
  const found = clouds.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  const detail = `The argument "${wanted}" is not one of ${clouds.map(({ name }) => name).join(", ")}.`;
  throw bindingError("ParameterArgumentValidationError", ["--environment", detail], { parameter: "--environment" });
}
