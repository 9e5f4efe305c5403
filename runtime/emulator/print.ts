import { randomUUID } from "node:crypto";
import { readParameters } from "./action-parameters.js";
import { toExchangeTime } from "./clock.js";
import { type EntityType, checkEntity } from "./entity-type.js";
import { ServiceError } from "./errors.js";
import { toClosedRanges } from "./expected-ranges.js";
import type { OpenUpload, UploadFamily } from "./family.js";
import { readJsonObject } from "./json-body.js";
import { toSessionReply } from "./session-reply.js";

/** Documents of Universal Print (docs `api/printdocument-createuploadsession.md`). */
export const print: UploadFamily = {
  name: "print",
  limits: {
    sessionMinimum: 1,
    sessionMaximum: Number.MAX_SAFE_INTEGER,
    rangeMaximum: 9_999_999,
    rangeAlignment: 1,
    postMaximum: 0,
  },
  rangeMaximumAdvised: false,
  sessionLifetime: 3_600_000,
  slidingExpiry: false,
  tokenOption: "tempauthtoken",
  authorized: false,
  octetStream: false,
  anyOrder: true,
  parallelRanges: 4,
  singleWriter: false,
  statusQuery: true,
  createSessionId: randomUUID,
};

const uploadProperties: EntityType = {
  name: "microsoft.graph.printDocumentUploadProperties",
  properties: { contentType: "String", documentName: "String", size: "Int64" },
  required: ["contentType", "documentName", "size"],
};

/** An upload to a document of a print job. */
export const openPrintUpload: OpenUpload = async ({ route, body }, { settings, documents }) => {
  const { strictness, limits } = settings;
  const { properties } = readParameters(await readJsonObject(body), ["properties"], strictness);
  const entity = checkEntity(properties, uploadProperties, { open: strictness === "lenient" });
  const size = Number(entity["size"]);
  if (size < limits.print.sessionMinimum) throw new ServiceError("fileEmpty");
  if (size > limits.print.sessionMaximum) throw new ServiceError("fileTooLarge");
  const documentName = String(entity["documentName"]);
  const contentType = String(entity["contentType"]);
  const document = documents.locate(route);
  return {
    family: print,
    place: document,
    name: documentName,
    size,
    deferred: false,
    holdsName: false,
    toTarget: ({ id, token }) => `/print-upload/uploadSessions/${id}?tempauthtoken=${token}`,
    created: (session, origin) => toSessionReply(200, session, origin, toClosedRanges(session.received)),
    progress: ({ expires, received }) => ({
      status: 202,
      json: { expirationDateTime: toExchangeTime(expires), nextExpectedRanges: toClosedRanges(received) },
    }),
    commit: ({ content }) => {
      Object.assign(document, { documentName, contentType, content, uploaded: settings.clock.now() });
      const { id } = document;
      return { itemId: id, reply: { status: 201, json: { id, documentName, contentType, size } } };
    },
  };
};
