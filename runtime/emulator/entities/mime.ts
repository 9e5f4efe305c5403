import type { Entity } from "./entity-store.js";
import { type World, readValues } from "./entity-values.js";

/** A message as MIME, which is what its `$value` is. Attachments are left out. */
export function writeMime(message: Entity, world: World): string {
  const values = readValues(message, world);
  const { content = "", contentType = "text" } = Object(values["body"]) as Record<string, unknown>;
  const headers: readonly (readonly [string, string])[] = [
    ["From", writeAddresses([values["from"]])],
    ["To", writeAddresses(values["toRecipients"])],
    ["Cc", writeAddresses(values["ccRecipients"])],
    ["Subject", encodeHeader(String(values["subject"] ?? ""))],
    ["Date", new Date(String(values["sentDateTime"] ?? 0)).toUTCString().replace("GMT", "+0000")],
    ["Message-ID", String(values["internetMessageId"] ?? "")],
    ["Content-Type", `text/${contentType === "html" ? "html" : "plain"}; charset="utf-8"`],
    ["Content-Transfer-Encoding", "base64"],
    ["MIME-Version", "1.0"],
  ];
  const lines = headers.filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}\r\n`);
  const body = Buffer.from(String(content ?? "")).toString("base64");
  return `${lines.join("")}\r\n${body.replace(/.{76}/g, "$&\r\n")}\r\n`;
}

function writeAddresses(recipients: unknown): string {
  const list = Array.isArray(recipients) ? recipients : [];
  return list
    .map((recipient) => Object(Object(recipient).emailAddress) as Record<string, unknown>)
    .filter(({ address }) => address !== undefined)
    .map(({ name, address }) => (name === undefined ? `<${address}>` : `${encodeHeader(String(name))} <${address}>`))
    .join(", ");
}

/** RFC 2047 where it is needed; no line break gets into a header. */
function encodeHeader(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}
