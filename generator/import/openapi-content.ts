import { asMap, mapIn, type Reading } from "./openapi-reading.js";
import type { Found } from "./openapi-references.js";
import type { SchemaReader, SchemaUse } from "./openapi-schemas.js";

/** What a body or response holds: JSON with a schema, or a file, be it bytes or text, read and written as it is. */
export type Content =
  | { kind: "json"; use: SchemaUse; schema: Found }
  | { kind: "file"; mediaType: string; /** spec type, if a schema says one */ type?: string };

const json = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const bytes = /^application\/octet-stream\s*(;|$)/i;

/** Of several media types JSON wins, then octet-stream, then the first. */
export function contentOf(reading: Reading, schemas: SchemaReader, { node, pointer }: Found): Content | undefined {
  const content = mapIn(reading, node, "content")?.entries ?? new Map<string, never>();
  const mediaTypes = [...content.keys()];
  const [first] = mediaTypes;
  if (first === undefined) return undefined;
  const mediaType = mediaTypes.find((type) => json.test(type)) ?? mediaTypes.find((type) => bytes.test(type)) ?? first;

  const media = asMap(reading, content.get(mediaType)?.node, `the media type ${mediaType}`);
  const described = media && mapIn(reading, media, "schema");
  if (!described) return { kind: "file", mediaType };
  const schema = { node: described, pointer: [...pointer, "content", mediaType, "schema"] };
  const use = schemas.use(schema);
  if (json.test(mediaType) && !use.binary) return { kind: "json", use, schema };
  return { kind: "file", mediaType, ...(!use.binary && { type: use.type }) };
}
