import { randomUUID } from "node:crypto";
import type { UploadFamily } from "./family.js";

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
  rangePath: "",
  octetStream: false,
  anyOrder: true,
  parallelRanges: 4,
  singleWriter: false,
  statusQuery: true,
  createSessionId: randomUUID,
};
