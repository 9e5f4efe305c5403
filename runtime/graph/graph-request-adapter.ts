import {
  type BackingStoreFactory,
  InMemoryBackingStoreFactory,
  type Parsable,
  type ParsableFactory,
  type ParseNode,
  type ParseNodeFactory,
  type PrimitiveTypesForDeserialization,
  type PrimitiveTypesForDeserializationForCollection,
  type PrimitiveTypesForDeserializationType,
  type PrimitiveTypesForDeserializationTypeForCollection,
  type RequestAdapter,
  type RequestInformation,
  type SerializationWriterFactory,
} from "@microsoft/kiota-abstractions";
import { authenticate, callGraph, type CallSettings, type GraphReply } from "./call.js";
import { jsonParsers, jsonWriters } from "./json.js";

/**
 * Kiota's RequestAdapter on fetch, JSON and Graph's error model. Errors are always GraphErrors: error mappings are not
 * needed and not looked at. Bodies of requests and replies are held in memory.
 */
export class GraphRequestAdapter implements RequestAdapter {
  baseUrl: string;
  readonly #settings: CallSettings;

  constructor(settings: CallSettings) {
    this.baseUrl = settings.baseUrl;
    this.#settings = settings;
  }

  send<Model extends Parsable>(
    request: RequestInformation,
    factory: ParsableFactory<Model>,
  ): Promise<Model | undefined> {
    return this.#read(request, (node) => node.getObjectValue(factory));
  }

  sendCollection<Model extends Parsable>(
    request: RequestInformation,
    factory: ParsableFactory<Model>,
  ): Promise<Model[] | undefined> {
    return this.#read(request, (node) => node.getCollectionOfObjectValues(factory));
  }

  sendCollectionOfPrimitive<Value extends PrimitiveTypesForDeserializationTypeForCollection>(
    request: RequestInformation,
    type: PrimitiveTypesForDeserializationForCollection,
  ): Promise<Value[] | undefined> {
    return this.#read(request, (node) => node.getCollectionOfPrimitiveValues<Value>(type));
  }

  async sendPrimitive<Value extends PrimitiveTypesForDeserializationType>(
    request: RequestInformation,
    type: PrimitiveTypesForDeserialization,
  ): Promise<Value | undefined> {
    if (type === "ArrayBuffer") return (await this.#call(request)).body as Value;
    return this.#read(request, (node) => primitiveReaders[type](node) as Value | undefined);
  }

  async sendNoResponseContent(request: RequestInformation): Promise<void> {
    await this.#call(request);
  }

  sendEnum<EnumObject extends Record<string, unknown>>(
    request: RequestInformation,
    enumObject: EnumObject,
  ): Promise<EnumObject[keyof EnumObject] | undefined> {
    return this.#read(request, (node) => node.getEnumValue<EnumObject[keyof EnumObject]>(enumObject));
  }

  sendCollectionOfEnum<EnumObject extends Record<string, unknown>>(
    request: RequestInformation,
    enumObject: EnumObject,
  ): Promise<EnumObject[keyof EnumObject][] | undefined> {
    return this.#read(request, (node) => node.getCollectionOfEnumValues<EnumObject[keyof EnumObject]>(enumObject));
  }

  getSerializationWriterFactory(): SerializationWriterFactory {
    return jsonWriters;
  }

  getParseNodeFactory(): ParseNodeFactory {
    return jsonParsers;
  }

  getBackingStoreFactory(): BackingStoreFactory {
    return new InMemoryBackingStoreFactory();
  }

  enableBackingStore(): never {
    throw new TypeError("This adapter has no backing stores; Kiota's FetchRequestAdapter has.");
  }

  /** @returns the method, headers (token included) and body, as fetch takes them */
  async convertToNativeRequest<T>(request: RequestInformation): Promise<T> {
    request.pathParameters["baseurl"] = this.baseUrl;
    const { method, headers, body } = await authenticate(this.#settings, request);
    return { method, headers, body } as T;
  }

  /** an empty reply has nothing to read */
  async #read<T>(request: RequestInformation, read: (node: ParseNode) => T): Promise<T | undefined> {
    const { contentType, body } = await this.#call(request);
    return body.byteLength > 0 ? read(jsonParsers.getRootParseNode(contentType, body)) : undefined;
  }

  #call(request: RequestInformation): Promise<GraphReply> {
    request.pathParameters["baseurl"] = this.baseUrl;
    return callGraph(this.#settings, request);
  }
}

const primitiveReaders: Record<
  Exclude<PrimitiveTypesForDeserialization, "ArrayBuffer">,
  (node: ParseNode) => unknown
> = {
  string: (node) => node.getStringValue(),
  number: (node) => node.getNumberValue(),
  boolean: (node) => node.getBooleanValue(),
  Date: (node) => node.getDateValue(),
  DateOnly: (node) => node.getDateOnlyValue(),
  TimeOnly: (node) => node.getTimeOnlyValue(),
  Duration: (node) => node.getDurationValue(),
};
