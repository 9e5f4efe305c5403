import {
  DateOnly,
  Duration,
  type ParseNode,
  type ParseNodeFactory,
  type SerializationWriterFactory,
  TimeOnly,
} from "@microsoft/kiota-abstractions";
import { JsonParseNodeFactory, JsonSerializationWriter } from "@microsoft/kiota-serialization-json";
import { excerptOf } from "./error-body.js";
import { GraphError } from "./graph-error.js";

const jsonType = "application/json";

/** Kiota's JSON writer, put right: it leaves keys of additional data unescaped and writes null enums as "null". */
class JsonWriter extends JsonSerializationWriter {
  override writeAdditionalData = (additionalData: Record<string, unknown> | undefined): void => {
    const pieces = this["writer"] as string[];
    for (const [key, value] of Object.entries(additionalData ?? {})) {
      const json = JSON.stringify(value, withKiotaTimes) as string | undefined;
      // the comma on its own: the writer takes the last one back
      if (json !== undefined) pieces.push(`${JSON.stringify(key)}:${json}`, ",");
    }
  };

  override writeEnumValue = <T>(key?: string, ...values: (T | null | undefined)[]): void => {
    const given = values.filter((value) => value !== undefined);
    if (given.length > 0) this.writeStringValue(key, given.includes(null) ? null : given.join(", "));
  };
}

function withKiotaTimes(_: string, value: unknown): unknown {
  return value instanceof DateOnly || value instanceof TimeOnly || value instanceof Duration ? String(value) : value;
}

/** Writes request bodies. */
export const jsonWriters: SerializationWriterFactory = {
  getValidContentType: () => jsonType,
  getSerializationWriter: () => new JsonWriter(),
};

const parser = new JsonParseNodeFactory();

/** Reads replies. */
export const jsonParsers: ParseNodeFactory = {
  getValidContentType: () => jsonType,
  getRootParseNode: (contentType: string, content: ArrayBuffer): ParseNode => {
    try {
      return parser.getRootParseNode(jsonType, content);
    } catch {
      const text = excerptOf(new TextDecoder().decode(content));
      throw new GraphError(
        "invalidReply",
        `The service answered with ${contentType || "something"} that is not JSON: ${text}`,
      );
    }
  },
};
