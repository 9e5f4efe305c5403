import { ServiceError } from "./errors.js";
import type { Handler } from "./exchange.js";
import type { OpenUpload } from "./family.js";
import { parseFaultPlan } from "./fault-plan-json.js";
import { openOutlookUpload } from "./outlook.js";
import type { ItemKind } from "./routes.js";

const openers: Readonly<Partial<Record<ItemKind, OpenUpload>>> = {
  message: openOutlookUpload,
  event: openOutlookUpload,
  post: openOutlookUpload,
};

/** Opens an upload session. The header `x-emulator-plan` gives it a fault plan of its own. */
export const createUploadSession: Handler = async (exchange, service) => {
  const { route, headers, record } = exchange;
  const { settings, sessions, faults, origin } = service;
  const open = openers[route.kind ?? "message"];
  if (open === undefined) throw new ServiceError("routeUnknown");
  const upload = await open(exchange, service);
  const plan = parseFaultPlan(String(headers["x-emulator-plan"] ?? "[]"));
  const session = sessions.create(upload, settings);
  faults.add(plan, session.id);
  record.session = session.id;
  return upload.created(session, origin);
};
