import type { DriveItem } from "./drive.js";
import { readDriveItem, selectProperties, toDriveItem } from "./drive-item-json.js";
import { checkPreconditions, readConflictBehavior, writeFile } from "./drive-write.js";
import { ServiceError } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import { readJsonObject } from "./json-body.js";
import { matchRoute } from "./routes.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";
import { parseTarget } from "./target.js";
import { commitSession } from "./upload.js";

export const getDriveItem: Handler = async (exchange, service) => {
  const item = await readDriveItem(findItem(exchange, service));
  return { status: 200, json: selectProperties(item, exchange.target.query) };
};

export const getFileContent: Handler = (exchange, service) => {
  const { content, folder } = findItem(exchange, service);
  if (folder) throw new ServiceError("itemNotFound", { service: "files" });
  const headers = { "Content-Type": "application/octet-stream", "Content-Length": String(content?.length ?? 0) };
  return { status: 200, headers, ...(content === undefined ? {} : { stream: content.read() }) };
};

/** The single PUT for small files, empty ones among them. */
export const putFileContent: Handler = async ({ route, target, headers, body }, service) => {
  const { drives, contents, settings } = service;
  const spot = drives.locate(route);
  const behavior = readConflictBehavior(target.query.get("@microsoft.graph.conflictBehavior"), "replace");
  checkPreconditions(headers, spot.drive.find(spot.names));
  const { postMaximum } = settings.limits[spot.drive.service.family.name];
  const content = contents.create();
  await body.read((bytes) => {
    if (content.length + bytes.length > postMaximum) throw new ServiceError("requestTooLong");
    content.write(content.length, bytes);
  });
  content.seal();
  const { item, created } = writeFile(spot, content, behavior, settings.driveQuota);
  return { status: created ? 201 : 200, json: toDriveItem(item) };
};

/** PUT of an item with `@microsoft.graph.sourceUrl`: makes a file of the bytes of an upload session, under any name. */
export const putDriveItem: Handler = async ({ route, headers, body }, service) => {
  const { drives, settings, origin } = service;
  const given = await readJsonObject(body);
  const session = await findSource(given["@microsoft.graph.sourceUrl"], service);
  const behavior = readConflictBehavior(given["@microsoft.graph.conflictBehavior"], "fail");
  const named = drives.locate(route);
  const present = named.drive.find(named.names);
  const name = String(given["name"] ?? session.upload.name);
  // the path leads to the folder, unless there is a file by that path
  const spot = present?.folder === false ? named : { ...named, names: [...named.names, name], byId: false };
  checkPreconditions(headers, spot.drive.find(spot.names));
  return commitSession(session, service, ({ content }) => {
    const { item, created } = writeFile(spot, content, behavior, settings.driveQuota);
    const context = `${origin}/v1.0/$metadata#driveItem`;
    const json = { "@odata.context": context, ...toDriveItem(item) };
    return { itemId: item.id, reply: { status: created ? 201 : 200, json } };
  });
};

function findItem({ route }: Exchange, { drives }: Service): DriveItem {
  const { drive, names } = drives.locate(route);
  const item = drive.find(names);
  if (item === undefined) throw new ServiceError("itemNotFound", { service: "files" });
  return item;
}

/** The session of an upload URL. */
async function findSource(url: unknown, { origin, sessions }: Service): Promise<UploadSession> {
  if (typeof url !== "string") throw new ServiceError("sourceUrlMissing");
  const target = url.startsWith(`${origin}/`) ? parseTarget(url) : undefined;
  const route = target && matchRoute("PUT", target);
  const id = route === undefined || Array.isArray(route) ? undefined : route.ids["session"];
  const session = await sessions.find(id);
  if (session?.state !== "open" || session.upload.toTarget(session) !== target?.raw) {
    throw new ServiceError("sessionGone", { service: "files" });
  }
  return session;
}
