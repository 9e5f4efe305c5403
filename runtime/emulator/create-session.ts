import { readAttachmentItem } from "./attachment-item.js";
import { toExchangeTime } from "./clock.js";
import type { Handler } from "./exchange.js";
import { parseFaultPlan } from "./fault-plan-json.js";
import { readJsonObject } from "./json-body.js";
import { findItem } from "./mailbox.js";
import { outlook } from "./outlook.js";

/** Opens an upload session. The header `x-emulator-plan` gives it a fault plan of its own. */
export const createUploadSession: Handler = async ({ route, body, headers, record }, service) => {
  const { settings, mailbox, sessions, faults, origin } = service;
  const attachment = readAttachmentItem(await readJsonObject(body), settings.limits.outlook, settings.strictness);
  const plan = parseFaultPlan(String(headers["x-emulator-plan"] ?? "[]"));
  const session = sessions.create(outlook, findItem(mailbox, route), attachment, settings.sessionLifetime);
  faults.add(plan, session.id);
  record.session = session.id;
  return {
    status: session.family.createdStatus,
    json: {
      "@odata.context": `${origin}/v1.0/$metadata#microsoft.graph.uploadSession`,
      uploadUrl: origin + session.family.target(session),
      expirationDateTime: toExchangeTime(session.expires),
      nextExpectedRanges: ["0-"],
    },
  };
};
