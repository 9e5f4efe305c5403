import type { AttachmentType } from "./attachment-type.js";
import { toSecondsTime } from "./clock.js";
import { ServiceError } from "./errors.js";
import type { Attachment } from "./mailbox.js";

/** Names of the properties a reply shall have. */
export type Selection = ReadonlySet<string>;

/**
 * The `$select` of a request. Properties of file attachments alone are selected through their type, as in Graph.
 * @throws ServiceError selectUnknown, and queryOptionUnsupported for any other query option
 */
export function readSelection(query: URLSearchParams, type: AttachmentType): Selection {
  const { baseProperties, ownProperties, entity } = type;
  const cast = `${entity.name}/`;
  const unknown = [...query.keys()].find((name) => name !== "$select");
  if (unknown !== undefined) {
    throw new ServiceError("queryOptionUnsupported", {
      message: `The emulator does not know the query option '${unknown}'.`,
    });
  }
  const select = query.get("$select");
  if (select === null) return new Set([...baseProperties, ...ownProperties]);
  const names = select.split(",").map((name) => name.trim());
  const selectable = [...baseProperties, ...ownProperties.map((name) => cast + name)];
  const stranger = names.find((name) => !selectable.includes(name));
  if (stranger !== undefined) {
    throw new ServiceError("selectUnknown", {
      message: `Could not find a property named '${stranger}' on type '${entity.name}'.`,
    });
  }
  return new Set(["id", ...names.map((name) => name.replace(cast, ""))]);
}

/** An attachment as JSON text, its content streamed from where it lies. */
export async function* writeAttachment(
  attachment: Attachment,
  type: AttachmentType,
  selection: Selection,
  context?: string,
): AsyncGenerator<string> {
  const { name, contentType, isInline, contentId, content, modified, id } = attachment;
  const properties: Record<string, unknown> = {
    id,
    lastModifiedDateTime: toSecondsTime(modified),
    name,
    contentType,
    size: toStoredSize(content.length),
    isInline,
    contentId,
    contentLocation: null,
  };
  const selected = Object.entries(properties).filter(([property]) => selection.has(property));
  const text = JSON.stringify({
    ...(context === undefined ? {} : { "@odata.context": context }),
    "@odata.type": `#${type.entity.name}`,
    "@odata.mediaContentType": contentType,
    ...Object.fromEntries(selected),
  });
  if (!selection.has("contentBytes")) {
    yield text;
    return;
  }
  yield `${text.slice(0, -1)},"contentBytes":"`;
  yield* encodeBase64(content.read());
  yield `"}`;
}

/** Several of them, as the collection that GET on `attachments` answers with. @param head what stands before them */
export async function* writeAttachments(
  attachments: Iterable<Attachment>,
  type: AttachmentType,
  selection: Selection,
  head: object,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"value":[`;
  const listed = new Set([...selection].filter((name) => type.contentInList || name !== "contentBytes"));
  let separator = "";
  for (const attachment of attachments) {
    yield separator;
    yield* writeAttachment(attachment, type, listed);
    separator = ",";
  }
  yield "]}";
}

// Exchange counts what an attachment takes in the store: 3 640 066 for the 3 483 322 bytes of Microsoft's sample
function toStoredSize(length: number): number {
  return length + Math.ceil(length * 0.045) + 96;
}

async function* encodeBase64(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const bytes of content) {
    const joined = Buffer.concat([rest, bytes]);
    const whole = joined.length - (joined.length % 3);
    rest = joined.subarray(whole);
    yield joined.toString("base64", 0, whole);
  }
  yield rest.toString("base64");
}
