// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ChildFoldersRequestBuilder } from "./item/child-folders.js";
import { MessagesRequestBuilder } from "./item/messages.js";

/** Builds requests to /users/{user-id}/mailFolders/{mailFolder-id}. */
export class MailFolderItemRequestBuilder extends RequestBuilder {
  get childFolders(): ChildFoldersRequestBuilder {
    return this.child(ChildFoldersRequestBuilder);
  }

  get messages(): MessagesRequestBuilder {
    return this.child(MessagesRequestBuilder);
  }
}
