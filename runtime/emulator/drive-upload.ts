import { readParameters } from "./action-parameters.js";
import { toDriveItem } from "./drive-item-json.js";
import {
  type ConflictBehavior,
  checkPreconditions,
  checkQuota,
  readConflictBehavior,
  writeFile,
} from "./drive-write.js";
import { type EntityType, checkEntity } from "./entity-type.js";
import { ServiceError } from "./errors.js";
import { toOpenRanges } from "./expected-ranges.js";
import type { OpenUpload } from "./family.js";
import { readJsonObject } from "./json-body.js";
import type { Strictness } from "./options.js";
import type { Reply } from "./reply.js";
import type { UploadSession } from "./sessions.js";

const uploadableProperties: EntityType = {
  name: "microsoft.graph.driveItemUploadableProperties",
  properties: {
    description: "String",
    driveItemSource: "Object",
    fileSize: "Int64",
    fileSystemInfo: "Object",
    mediaSource: "Object",
    name: "String",
  },
  required: [],
};

/** What createUploadSession is told of a file to come. */
interface UploadableFile {
  name: string | undefined;
  /** bytes */
  size: number | undefined;
  behavior: ConflictBehavior;
  deferred: boolean;
}

/** An upload to a file of a drive, a new one or one that is there. */
export const openDriveUpload: OpenUpload = async ({ route, body, headers }, { settings, drives, sessions }) => {
  const { "content-length": length = "0", "transfer-encoding": encoding } = headers;
  const isEmpty = length === "0" && encoding === undefined;
  const file = readUploadableFile(isEmpty ? {} : await readJsonObject(body), settings.strictness);
  const spot = drives.locate(route);
  const { drive, names, byId, newId } = spot;
  const { family, toTarget } = drive.service;
  const present = drive.find(names);
  const name = names.at(-1);
  if (name === undefined || present?.folder === true) throw new ServiceError("folderGiven");
  if (file.name !== undefined && file.name !== name && !byId) throw new ServiceError("nameMismatch");
  const { sessionMinimum, sessionMaximum } = settings.limits[family.name];
  if (file.size !== undefined && file.size < sessionMinimum) throw new ServiceError("fileEmpty");
  if (file.size !== undefined && file.size > sessionMaximum) throw new ServiceError("fileTooLarge");
  checkPreconditions(headers, present);
  checkQuota(drive, file.size ?? 0, settings.driveQuota);
  const key = `${drive.key}/root:/${names.join("/")}`;
  const holdsName = file.behavior === "fail" && !byId;
  if (holdsName && sessions.holdsName(key)) throw new ServiceError("nameHeld");
  return {
    family,
    place: { key, busy: false },
    name,
    size: file.size,
    deferred: file.deferred,
    holdsName,
    toTarget: (session) => toTarget(present?.id ?? newId, session),
    created: (session, origin) => ({
      status: 200,
      json: {
        uploadUrl: origin + session.upload.toTarget(session),
        expirationDateTime: new Date(session.expires).toISOString(),
      },
    }),
    progress: toProgress,
    commit: ({ content }) => {
      const { item, created } = writeFile(spot, content, file.behavior, settings.driveQuota);
      return { itemId: item.id, reply: { status: created ? 201 : 200, json: toDriveItem(item) } };
    },
  };
};

function readUploadableFile(body: Record<string, unknown>, strictness: Strictness): UploadableFile {
  const { item, deferCommit } = readParameters(body, ["item", "deferCommit"], strictness);
  if (deferCommit !== undefined && deferCommit !== null && typeof deferCommit !== "boolean") {
    throw new ServiceError("bodyInvalid", {
      message: "Cannot convert the value of 'deferCommit' to the expected type 'Edm.Boolean'.",
    });
  }
  const given = (item ?? {}) as Record<string, unknown>;
  const entity = checkEntity(given, uploadableProperties, { open: strictness === "lenient" });
  return {
    name: entity["name"] === undefined ? undefined : String(entity["name"]),
    size: entity["fileSize"] === undefined ? undefined : Number(entity["fileSize"]),
    behavior: readConflictBehavior(given["@microsoft.graph.conflictBehavior"], "fail"),
    deferred: deferCommit === true,
  };
}

function toProgress({ expires, received }: UploadSession): Reply {
  const expirationDateTime = new Date(expires).toISOString();
  return { status: 202, json: { expirationDateTime, nextExpectedRanges: toOpenRanges(received) } };
}
