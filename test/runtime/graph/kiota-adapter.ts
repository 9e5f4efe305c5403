import {
  AnonymousAuthenticationProvider,
  type AuthenticationProvider,
  InMemoryBackingStoreFactory,
  ParseNodeFactoryRegistry,
  SerializationWriterFactoryRegistry,
} from "@microsoft/kiota-abstractions";
import { FetchRequestAdapter } from "@microsoft/kiota-http-fetchlibrary";
import { JsonParseNodeFactory, JsonSerializationWriterFactory } from "@microsoft/kiota-serialization-json";

/** Kiota's own adapter, as its documentation sets it up: the one we measure ours against, and a foreign one. */
export function kiotaAdapter(
  baseUrl: string,
  authentication: AuthenticationProvider = new AnonymousAuthenticationProvider(),
): FetchRequestAdapter {
  const parsers = new ParseNodeFactoryRegistry();
  parsers.registerDefaultDeserializer(JsonParseNodeFactory, new InMemoryBackingStoreFactory());
  const writers = new SerializationWriterFactoryRegistry();
  writers.registerDefaultSerializer(JsonSerializationWriterFactory);
  const adapter = new FetchRequestAdapter(authentication, parsers, writers);
  adapter.baseUrl = baseUrl;
  return adapter;
}
