import type { Emulator } from "../../../../runtime/emulator/server.js";
import { type Answer, type Json, graph, send } from "../client.js";

/** Status and code of a reply. */
export function codeOf({ status, json }: Answer): [number, string] {
  return [status, String(json?.["error"]?.["code"] ?? "")];
}

/** The entities of a list's first page. */
export async function listOf(emulator: Emulator, path: string, headers: Record<string, string> = {}): Promise<Json[]> {
  return toValue(await graph(emulator, "GET", path.replaceAll(" ", "%20"), { headers }));
}

/** The entities of each page, as its links lead to the next. */
export async function followPages(
  emulator: Emulator,
  path: string,
  headers: Record<string, string> = {},
): Promise<Json[][]> {
  const pages: Json[][] = [];
  for (let url: string | undefined = emulator.baseUrl + path.replaceAll(" ", "%20"); url !== undefined;) {
    const reply: Answer = await send("GET", url, { headers: { Authorization: "Bearer any", ...headers } });
    pages.push(toValue(reply));
    const link: unknown = reply.json?.["@odata.nextLink"];
    url = typeof link === "string" ? link : undefined;
  }
  return pages;
}

function toValue({ status, json, text }: Answer): Json[] {
  const value: unknown = json?.["value"];
  if (status !== 200 || !Array.isArray(value)) throw new Error(`no list: ${status} ${text}`);
  return value;
}
