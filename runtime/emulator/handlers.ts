import {
  addAttachment,
  countAttachments,
  deleteAttachment,
  getAttachment,
  getAttachmentContent,
  listAttachments,
} from "./attachments.js";
import { addFaults, issueToken, listFaults, readClock, readLedger, reset, setClock } from "./control.js";
import { getDriveItem, getFileContent, putDriveItem, putFileContent } from "./drive-items.js";
import { getPrintDocument } from "./print-documents.js";
import { contentHandlers } from "./entities/contents.js";
import {
  countEntities,
  createEntity,
  deleteEntity,
  getEntity,
  listEntities,
  updateEntity,
} from "./entities/entities.js";
import { callAction, callFunction } from "./entities/operations.js";
import { referenceHandlers } from "./entities/references.js";
import { createUploadSession } from "./create-session.js";
import type { Handler } from "./exchange.js";
import type { Operation } from "./routes.js";
import { cancelUpload, commitUpload, queryUpload, uploadRange } from "./upload.js";

export const handlers: Readonly<Record<Operation, Handler>> = {
  listEntities,
  createEntity,
  getEntity,
  updateEntity,
  deleteEntity,
  countEntities,
  callAction,
  callFunction,
  ...contentHandlers,
  ...referenceHandlers,
  createUploadSession,
  listAttachments,
  countAttachments,
  addAttachment,
  getAttachment,
  getAttachmentContent,
  deleteAttachment,
  getDriveItem,
  getFileContent,
  putFileContent,
  putDriveItem,
  getPrintDocument,
  uploadRange,
  queryUpload,
  commitUpload,
  cancelUpload,
  readLedger,
  listFaults,
  addFaults,
  reset,
  readClock,
  setClock,
  issueToken,
};
