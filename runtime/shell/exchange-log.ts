import type { GraphExchange } from "../graph/exchange.js";
import type { Exchange } from "../upload/exchange.js";
import type { Messages } from "./messages.js";
import { showText } from "./terminal.js";

/** One line for a request and what came of it, with `debug` also its headers and bodies. Secrets are already out. */
export function logExchange(exchange: GraphExchange | Exchange, debug: boolean, messages: Messages): void {
  messages.line(`VERBOSE: ${showText(summarize(exchange))}`);
  if (!debug || !("requestHeaders" in exchange)) return;
  logMessage(">", exchange.requestHeaders, exchange.requestBody, messages);
  logMessage("<", exchange.responseHeaders ?? {}, exchange.responseBody ?? "", messages);
}

function summarize(exchange: GraphExchange | Exchange): string {
  const { method, url, status, ms, requestBytes, requestId, error } = exchange;
  const range = "range" in exchange && exchange.range;
  const retryInMs = "retryInMs" in exchange ? exchange.retryInMs : undefined;
  const parts = [
    `${method} ${url}${range ? ` bytes ${range.start}-${range.end - 1}` : ""} -> ${status ?? error ?? "no reply"}`,
    `${Math.round(ms)} ms`,
    `${requestBytes} B sent`,
    requestId && `request-id ${requestId}`,
    retryInMs !== undefined && `again in ${(retryInMs / 1000).toFixed(1)} s`,
  ];
  return parts.filter(Boolean).join(", ");
}

function logMessage(mark: string, headers: Readonly<Record<string, string>>, body: string, messages: Messages): void {
  for (const [name, value] of Object.entries(headers)) messages.line(`DEBUG: ${mark} ${showText(`${name}: ${value}`)}`);
  if (body !== "") messages.line(`DEBUG: ${mark} ${showText(body)}`);
}
