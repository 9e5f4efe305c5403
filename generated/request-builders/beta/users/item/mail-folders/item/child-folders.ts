// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { MailFolder1ItemRequestBuilder } from "./child-folders/item.js";

/** Builds requests to /users/{user-id}/mailFolders/{mailFolder-id}/childFolders. */
export class ChildFoldersRequestBuilder extends RequestBuilder {
  /** @param mailFolderId1 The unique identifier of mailFolder */
  byMailFolderId1(mailFolderId1: string): MailFolder1ItemRequestBuilder {
    return this.child(MailFolder1ItemRequestBuilder, { "mailFolder%2Did1": mailFolderId1 });
  }
}
