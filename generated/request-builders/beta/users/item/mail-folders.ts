// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { MailFolderItemRequestBuilder } from "./mail-folders/item.js";

/** Builds requests to /users/{user-id}/mailFolders. */
export class MailFoldersRequestBuilder extends RequestBuilder {
  /** @param mailFolderId The unique identifier of mailFolder */
  byMailFolderId(mailFolderId: string): MailFolderItemRequestBuilder {
    return this.child(MailFolderItemRequestBuilder, { "mailFolder%2Did": mailFolderId });
  }
}
