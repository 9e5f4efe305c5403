import type { Checkpoint } from "../../../runtime/upload/checkpoint.js";

/** in every secret part of `sampleCheckpoint` */
export const canary = "canary-7f3a";

export const sampleCheckpoint: Checkpoint = {
  dialect: "outlook",
  uploadUrl: `https://outlook.office.com/api/v2.0/Users('${canary}')/AttachmentSessions('x')?authtoken=${canary}`,
  expires: 1_800_000_000_000,
  size: 4_000_000,
  fingerprint: "1-2-3",
  rangeSize: 1_000_000,
  position: 2_000_000,
  mayBeComplete: false,
  recreations: 0,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_001,
  data: { path: "/me/messages/1", ids: ["a", null, true], name: "Übersicht 📎.pdf" },
};
