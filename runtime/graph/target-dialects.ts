import { type UploadDialect, outlook, todo } from "../upload/dialects.js";

/** The upload dialects an attachment target may name. */
export const dialects = { outlook, todo } as const satisfies Record<string, UploadDialect>;

/** The dialect a checkpoint names, if it is one of attachments. */
export function findDialect(wanted: string): UploadDialect | undefined {
  return Object.values(dialects).find(({ name }) => name === wanted);
}
