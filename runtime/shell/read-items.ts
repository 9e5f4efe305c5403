import { HttpMethod, type RequestAdapter, type RequestInformation } from "@microsoft/kiota-abstractions";
import { bindParameters } from "../cmdlet/bind-parameters.js";
import { type CollectionResponse, readPages } from "../graph/collection.js";
import type { CallLimits } from "../graph/deadline.js";
import { GraphError } from "../graph/graph-error.js";
import { sendForJson } from "../graph/send-json.js";
import { urlRequest } from "../graph/url-request.js";
import type { CmdletContext } from "./context.js";
import type { Input } from "./inputs.js";
import type { JsonObject } from "./json.js";
import { toParameters, wireHeaders } from "./request.js";
import { showJson, showText } from "./terminal.js";

/**
 * The items of a list as they come, page after page, as far as -All and -Top say; -CountVariable, the delta link and how
 * far it is go to stderr.
 * @param request that of the first page
 * @throws GraphError
 */
export async function* readItems(
  request: RequestInformation,
  { values, parameterSet }: Input,
  context: CmdletContext,
  limits: CallLimits,
  adapter: RequestAdapter,
): AsyncGenerator<unknown, void, undefined> {
  const { command, cmdlet, messages, warn } = context;
  const { paging } = bindParameters(command.cmdlet, toParameters(values, command, parameterSet));
  const counter = values.get(cmdlet.parameters.find(({ role }) => role === "countVariable")?.name ?? "");
  const progress = new ListProgress(context);
  let total: number | null | undefined;
  let last: CollectionResponse<unknown> = {};
  try {
    for await (last of readPages(listPage(adapter, request), paging, (page) => page.get(limits))) {
      total ??= last.odataCount;
      yield* last.value ?? [];
      progress.show(last.value?.length ?? 0, total);
    }
  } finally {
    progress.end();
  }
  if (counter !== undefined && total !== undefined) messages.line(`${showText(String(counter))}: ${total}`);
  if (counter !== undefined && total === undefined)
    warn("The service did not count the items. Where it wants -ConsistencyLevel eventual, it does so only with that.");
  if (last.odataDeltaLink) messages.line(`@odata.deltaLink: ${showText(last.odataDeltaLink)}`);
  if (last.odataNextLink && !paging.all && paging.top === undefined)
    warn("There are more items: -All reads all of them, -Top as many as wanted.");
}

/** A page of a list as plain JSON. */
interface ListPage {
  requestAdapter: RequestAdapter;
  withUrl(url: string): ListPage;
  get(limits: CallLimits): Promise<CollectionResponse<unknown>>;
}

function listPage(requestAdapter: RequestAdapter, request: RequestInformation): ListPage {
  return {
    requestAdapter,
    withUrl: (url) => {
      const { "content-type": _, authorization: __, ...headers } = wireHeaders(request);
      return listPage(requestAdapter, urlRequest(HttpMethod.GET, url, { headers }));
    },
    get: async (limits) => toPage(await sendForJson(requestAdapter, request, limits)),
  };
}

function toPage(reply: JsonObject): CollectionResponse<unknown> {
  const { value, "@odata.nextLink": nextLink, "@odata.deltaLink": deltaLink, "@odata.count": count } = reply;
  if (!Array.isArray(value))
    throw new GraphError("invalidReply", "The service answered with something that is no list.");
  return {
    value,
    ...(nextLink !== undefined && nextLink !== null && { odataNextLink: String(nextLink) }),
    ...(typeof deltaLink === "string" && { odataDeltaLink: deltaLink }),
    ...(typeof count === "number" && { odataCount: count }),
  };
}

/** How far a list is: in place on a terminal that does not show the items themselves, or as JSON lines. */
class ListProgress {
  readonly #context: CmdletContext;
  #items = 0;

  constructor(context: CmdletContext) {
    this.#context = context;
  }

  show(items: number, total: number | null | undefined): void {
    const { cmdlet, host, messages, options } = this.#context;
    this.#items += items;
    const event = { event: "page", items: this.#items, ...(typeof total === "number" && { total }) };
    if (options.progress === "json") messages.line(showJson(event));
    else if (options.progress === undefined && messages.isTerminal && host.stdout.isTTY !== true)
      messages.status(`${cmdlet.name}  ${this.#items}${typeof total === "number" ? ` of ${total}` : ""} items`);
  }

  end(): void {
    this.#context.messages.clearStatus();
  }
}
