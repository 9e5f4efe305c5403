import type { Parsable, ParsableFactory, RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { redactText } from "./redact.js";
import { type GraphRequestConfiguration, rawUrlKey } from "./request-information.js";
import { sendThrough } from "./send.js";
import { refuseUnknownMembers } from "./unknown-member.js";

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

  /** The next step; with a key and a value, one that goes into an item of a collection. */
  protected child<Builder>(Step: RequestBuilderClass<Builder>, key?: string, value?: string): Builder {
    const pathParameters = key === undefined ? this.pathParameters : { ...this.pathParameters, [key]: value };
    return new Step(this.requestAdapter, pathParameters);
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
