import type { Place } from "../model.js";
import { asMap, mapIn, type Reading, reportError } from "./openapi-reading.js";
import type { Found } from "./openapi-references.js";
import type { SchemaReader, SchemaUse } from "./openapi-schemas.js";

/** What a body or response holds: JSON with a schema, or a file, be it bytes or text, read and written as it is. */
export type Content =
  | { kind: "json"; use: SchemaUse; schema: Found }
  | { kind: "file"; mediaType: string; /** spec type, if a schema says one */ type?: string };

/** printable, with a slash */
const mediaTypeRule = /^[!#-~]+\/[ -~]+$/;
const json = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const bytes = /^application\/octet-stream\s*(;|$)/i;

/** Of several media types JSON wins, then octet-stream, then the first. */
export function contentOf(reading: Reading, schemas: SchemaReader, { node, pointer }: Found): Content | undefined {
  const content = mapIn(reading, node, "content")?.entries ?? new Map<string, never>();
  const mediaTypes = [...content.keys()].filter((type) => isMediaType(reading, type, content.get(type)?.keyPlace));
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

function isMediaType(reading: Reading, type: string, place: Place | undefined): boolean {
  if (mediaTypeRule.test(type) && type.length <= 256) return true;
  if (place) reportError(reading, "openapi/name", place, `${JSON.stringify(type.slice(0, 200))} is no media type`);
  return false;
}
