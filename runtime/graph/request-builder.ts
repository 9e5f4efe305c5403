import type {
  Parsable,
  ParsableFactory,
  ParseNode,
  RequestAdapter,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { type CollectionResponse, collectionOf } from "./collection.js";
import { redactText } from "./redact.js";
import { type GraphRequestConfiguration, rawUrlKey } from "./request-information.js";
import { sendForBytes } from "./send-json.js";
import { sendThrough } from "./send.js";
import { refuseUnknownMembers } from "./unknown-member.js";

export { type CollectionResponse, itemsOf, readPages } from "./collection.js";
export { IncompleteBodyError, requireBody } from "./require-body.js";

type RequestBuilderClass<Builder> = new (
  requestAdapter: RequestAdapter,
  pathParameters: Readonly<Record<string, unknown>>,
) => Builder;

/** One step of a chain like `client.groups.byGroupId(id)`. Reading a member that it does not have is a TypeError. */
export class RequestBuilder {
  static {
    refuseUnknownMembers(this);
  }

  /** @param pathParameters by Kiota's keys: `{ "group%2Did": … }` */
  constructor(
    readonly requestAdapter: RequestAdapter,
    readonly pathParameters: Readonly<Record<string, unknown>> = {},
  ) {}

  /** The next step; with values by Kiota's keys, one into an item of a collection, or to a function. */
  protected child<Builder>(Step: RequestBuilderClass<Builder>, values?: Readonly<Record<string, unknown>>): Builder {
    return new Step(this.requestAdapter, values ? { ...this.pathParameters, ...values } : this.pathParameters);
  }

  /** The same step for a URL taken as it is. */
  protected at<Builder>(Step: RequestBuilderClass<Builder>, rawUrl: string): Builder {
    return new Step(this.requestAdapter, { [rawUrlKey]: rawUrl });
  }

  /**
   * Sends a request through any adapter, within the limits of the call even if the adapter does not know them.
   * @throws GraphError whatever the adapter throws; the signal's reason when aborted
   */
  protected sendRequest<Model extends Parsable>(
    request: RequestInformation,
    factory: ParsableFactory<Model>,
    configuration: GraphRequestConfiguration = {},
  ): Promise<Model | undefined> {
    return sendThrough(this.requestAdapter, request, configuration, (adapter, errorMappings) =>
      adapter.send(request, factory, errorMappings),
    );
  }

  /** The same for a page of a list, whose items `readItems` takes from the JSON of `value`. */
  protected sendForCollection<Item>(
    request: RequestInformation,
    readItems: (node: ParseNode) => Item[] | undefined,
    configuration?: GraphRequestConfiguration,
  ): Promise<CollectionResponse<Item> | undefined> {
    return this.sendRequest(request, collectionOf(readItems), configuration);
  }

  /** The same for a reply that is not an object: a value, or values, that `read` takes from its JSON. */
  protected async sendForValue<Value>(
    request: RequestInformation,
    read: (node: ParseNode) => Value | undefined,
    configuration: GraphRequestConfiguration = {},
  ): Promise<Value | undefined> {
    const content = await sendForBytes(this.requestAdapter, request, configuration);
    if (content.byteLength === 0) return undefined;
    return read(this.requestAdapter.getParseNodeFactory().getRootParseNode("application/json", content));
  }

  /** The same for a reply that is the content of a file. */
  protected sendForContent(
    request: RequestInformation,
    configuration: GraphRequestConfiguration = {},
  ): Promise<ArrayBuffer> {
    return sendForBytes(this.requestAdapter, request, configuration);
  }

  /** The same for a request that is answered without content. */
  protected sendForNothing(request: RequestInformation, configuration: GraphRequestConfiguration = {}): Promise<void> {
    return sendThrough(this.requestAdapter, request, configuration, (adapter, errorMappings) =>
      adapter.sendNoResponseContent(request, errorMappings),
    );
  }

  toString(): string {
    const shown = Object.entries(this.pathParameters).map(([key, value]) =>
      key === rawUrlKey ? redactText(String(value)) : `${decodeURIComponent(key)}=${String(value)}`,
    );
    return `${this.constructor.name}(${shown.join(", ")})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
