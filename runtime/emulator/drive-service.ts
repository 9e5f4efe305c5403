import { randomBytes, randomUUID } from "node:crypto";
import type { UploadFamily } from "./family.js";
import type { UploadSession } from "./sessions.js";

/** One of the two services behind the drives of Graph. */
export interface DriveService {
  family: UploadFamily;
  createItemId(): string;
  /** path and query of the upload URL of a session for an item */
  toTarget(itemId: string, session: UploadSession): string;
}

const family = {
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
  tokenLifetime: 86_400_000,
  authorized: false,
  octetStream: false,
  anyOrder: false,
  parallelRanges: 1,
  singleWriter: false,
  statusQuery: true,
} as const;

/** OneDrive for Business and SharePoint (docs `api/driveitem-createuploadsession.md`). */
export const businessDrive: DriveService = {
  family: { ...family, name: "onedrive-business", tokenOption: "tempauth", createSessionId: randomUUID },
  createItemId: () => `01${randomBytes(16).toString("hex").toUpperCase()}`,
  toTarget: (itemId, { id, token }) =>
    `/spo/_api/v2.0/drive/items/${encodeURIComponent(itemId)}/uploadSession?guid=${id}&tempauth=${token}`,
};

/** OneDrive personal: the token is in the path of the upload URL. */
export const personalDrive: DriveService = {
  family: { ...family, name: "onedrive-personal", createSessionId: () => randomBytes(7).toString("hex") },
  createItemId: () => `912310013A123!${randomBytes(5).toString("hex")}`,
  toTarget: (_itemId, { id, token }) => `/odc/up/${id}X${token}`,
};
