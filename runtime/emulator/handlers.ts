import {
  addAttachment,
  deleteAttachment,
  getAttachment,
  getAttachmentContent,
  listAttachments,
} from "./attachments.js";
import { addFaults, issueToken, listFaults, readClock, readLedger, reset, setClock } from "./control.js";
import { createUploadSession } from "./create-session.js";
import type { Handler } from "./exchange.js";
import type { Operation } from "./routes.js";
import { cancelUpload, queryUpload, uploadRange } from "./upload.js";

export const handlers: Readonly<Record<Operation, Handler>> = {
  createUploadSession,
  listAttachments,
  addAttachment,
  getAttachment,
  getAttachmentContent,
  deleteAttachment,
  uploadRange,
  queryUpload,
  cancelUpload,
  readLedger,
  listFaults,
  addFaults,
  reset,
  readClock,
  setClock,
  issueToken,
};
