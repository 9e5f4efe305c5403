import { toSecondsTime } from "../clock.js";
import { ServiceError } from "../errors.js";
import type { Reply } from "../reply.js";
import { toBase, toWorld } from "./entities.js";
import { toEntityJson } from "./entity-json.js";
import type { Entity } from "./entity-store.js";
import { readValues } from "./entity-values.js";
import { type Call, type Operation, replyEntity } from "./operation.js";
import { readQuery } from "./query.js";

/** Which of the groups a directory object is in, however far. @param names the parameter with the ids */
function checkMembers(names: string): Operation {
  return {
    parameters: { [names]: "String[]!" },
    run: (call) => {
      const asked = toTexts(call.parameters[names]);
      return replyTexts(
        call,
        toIds(listGroups(call)).filter((id) => asked.includes(id)),
      );
    },
  };
}

const getMemberGroups: Operation = {
  parameters: { securityEnabledOnly: "Boolean" },
  run: (call) => {
    const only = call.parameters["securityEnabledOnly"] === true;
    const found = listGroups(call).filter(
      (group) => !only || readValues(group, call.workshop)["securityEnabled"] === true,
    );
    return replyTexts(call, toIds(found));
  },
};

const assignLicense: Operation = {
  parameters: { addLicenses: "assignedLicense[]!", removeLicenses: "Guid[]!" },
  run: (call) => {
    const { entity, parameters, workshop } = call;
    const removed = toTexts(parameters["removeLicenses"]);
    const added = toObjects(parameters["addLicenses"]);
    const present = toObjects(entity.values["assignedLicenses"]);
    const kept = present.filter(({ skuId }) => !removed.includes(String(skuId)));
    const others = kept.filter(({ skuId }) => !added.some((each) => each["skuId"] === skuId));
    workshop.store.write(entity, { assignedLicenses: [...others, ...added] });
    return replyEntity(entity.type.name === "group" ? 202 : 200, entity, call);
  },
};

const done: Operation = { parameters: {}, run: () => ({ status: 204 }) };

const ofObjects: Readonly<Record<string, Operation>> = {
  checkMemberGroups: checkMembers("groupIds"),
  checkMemberObjects: checkMembers("ids"),
  getMemberGroups,
  getMemberObjects: getMemberGroups,
};

/** What can be done with directory objects, by type and name. */
export const directoryActions: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(
    ["user", "group", "directoryObject"].flatMap((type) =>
      Object.entries(ofObjects).map(([name, operation]) => [`${type}.${name}`, operation]),
    ),
  ),
  "user.assignLicense": assignLicense,
  "group.assignLicense": assignLicense,
  "user.reprocessLicenseAssignment": { parameters: {}, run: (call) => replyEntity(200, call.entity, call) },
  "user.revokeSignInSessions": { parameters: {}, run: (call) => replyValue(call, "Edm.Boolean", true) },
  "user.changePassword": { ...done, parameters: { currentPassword: "String!", newPassword: "String!" } },
  "group.renew": {
    parameters: {},
    run: ({ entity, workshop: { store } }) => {
      store.write(entity, { renewedDateTime: toSecondsTime(store.clock.now()) });
      return { status: 204 };
    },
  },
  "group.validateProperties": {
    ...done,
    parameters: { displayName: "String", mailNickname: "String", onBehalfOfUserId: "Guid" },
  },
  "directoryObject[].getByIds": { parameters: { ids: "String[]!", types: "String[]" }, run: getByIds },
};

async function getByIds({ place, parameters, exchange, service }: Call): Promise<Reply> {
  const world = toWorld(service);
  const declared = place.set?.type;
  if (declared === undefined) throw new ServiceError("itemNotFound", { service: "directory" });
  const [ids, types] = [toTexts(parameters["ids"]), toTexts(parameters["types"])];
  const found = world.store
    .listPlace(place)
    .filter(({ id, type }) => ids.includes(id) && (types.length === 0 || types.includes(type.name)));
  const query = readQuery(new URLSearchParams(), declared);
  return {
    status: 200,
    json: {
      "@odata.context": `${toBase(exchange, service)}/$metadata#directoryObjects`,
      value: await Promise.all(found.map((entity) => toEntityJson(entity, query, declared, world))),
    },
  };
}

function listGroups({ entity, workshop: { store } }: Call): Entity[] {
  return store.tied(entity, "transitiveMemberOf", {
    kind: "inverse",
    type: "directoryObject",
    of: "members",
    transitive: true,
  });
}

function toIds(entities: readonly Entity[]): string[] {
  return entities.map(({ id }) => id);
}

function replyTexts(call: Call, value: readonly string[]): Reply {
  return replyValue(call, "Collection(Edm.String)", value);
}

function replyValue({ exchange, service }: Call, type: string, value: unknown): Reply {
  return { status: 200, json: { "@odata.context": `${toBase(exchange, service)}/$metadata#${type}`, value } };
}

function toTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).map(String);
}

function toObjects(value: unknown): Record<string, unknown>[] {
  return (Array.isArray(value) ? value : []).map((each) => Object(each) as Record<string, unknown>);
}
