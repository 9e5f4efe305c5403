import { randomBytes, randomUUID } from "node:crypto";
import type { UploadFamily } from "./family.js";

const day = 86_400_000;

/** OneDrive for Business and SharePoint (docs `api/driveitem-createuploadsession.md`). */
export const oneDriveBusiness: UploadFamily = {
  name: "onedrive-business",
  limits: {
    sessionMinimum: 1,
    sessionMaximum: 250_000_000_000,
    rangeMaximum: 60 * 1024 * 1024 - 1,
    rangeAlignment: 320 * 1024,
    postMaximum: 250_000_000,
  },
  rangeMaximumAdvised: false,
  sessionLifetime: 900_000,
  slidingExpiry: true,
  tokenLifetime: day,
  tokenOption: "tempauth",
  authorized: false,
  rangePath: "",
  octetStream: false,
  anyOrder: false,
  parallelRanges: 1,
  singleWriter: false,
  statusQuery: true,
  createSessionId: randomUUID,
};

const { tokenOption: _, ...likeBusiness } = oneDriveBusiness;

/** OneDrive personal: the token is in the path of the upload URL. */
export const oneDrivePersonal: UploadFamily = {
  ...likeBusiness,
  name: "onedrive-personal",
  createSessionId: () => randomBytes(7).toString("hex"),
};
