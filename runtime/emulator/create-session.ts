import { openDriveUpload } from "./drive-upload.js";
import { ServiceError } from "./errors.js";
import type { Handler } from "./exchange.js";
import type { OpenUpload } from "./family.js";
import { parseFaultPlan } from "./fault-plan-json.js";
import { openOutlookUpload } from "./outlook.js";
import { openPrintUpload } from "./print.js";
import type { PlaceKind } from "./routes.js";
import { openTodoUpload } from "./todo.js";

const openers: Readonly<Record<PlaceKind, OpenUpload>> = {
  message: openOutlookUpload,
  event: openOutlookUpload,
  post: openOutlookUpload,
  task: openTodoUpload,
  driveItem: openDriveUpload,
  printDocument: openPrintUpload,
};

/** Opens an upload session. The header `x-emulator-plan` gives it a fault plan of its own. */
export const createUploadSession: Handler = async (exchange, service) => {
  const { route, headers, record } = exchange;
  const { settings, sessions, faults, origin } = service;
  if (route.kind === undefined) throw new ServiceError("routeUnknown");
  const upload = await openers[route.kind](exchange, service);
  const plan = parseFaultPlan(String(headers["x-emulator-plan"] ?? "[]"));
  const session = sessions.create(upload, settings);
  faults.add(plan, session.id);
  record.session = session.id;
  return upload.created(session, origin);
};
