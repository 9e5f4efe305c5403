import { createExchangeId } from "./exchange-id.js";
import type { UploadFamily } from "./family.js";

/** To Do tasks (docs `concepts/todo-attachments.md`): the upload URL is on the Graph host itself. */
export const todo: UploadFamily = {
  name: "todo",
  limits: {
    sessionMinimum: 1,
    sessionMaximum: 25_000_000,
    rangeMaximum: 4_000_000,
    rangeAlignment: 1,
    postMaximum: 3_000_000,
  },
  rangeMaximumAdvised: false,
  sessionLifetime: 3_600_000,
  slidingExpiry: false,
  authorized: true,
  rangePath: "/content",
  octetStream: true,
  anyOrder: false,
  parallelRanges: 1,
  singleWriter: true,
  statusQuery: true,
  createSessionId: createExchangeId,
};
