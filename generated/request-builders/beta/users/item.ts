// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { DrivesRequestBuilder } from "./item/drives.js";
import { EventsRequestBuilder } from "./item/events.js";
import { MailFoldersRequestBuilder } from "./item/mail-folders.js";
import { MessagesRequestBuilder } from "./item/messages.js";
import { TodoRequestBuilder } from "./item/todo.js";

/** Builds requests to /users/{user-id}. */
export class UserItemRequestBuilder extends RequestBuilder {
  get drives(): DrivesRequestBuilder {
    return this.child(DrivesRequestBuilder);
  }

  get events(): EventsRequestBuilder {
    return this.child(EventsRequestBuilder);
  }

  get mailFolders(): MailFoldersRequestBuilder {
    return this.child(MailFoldersRequestBuilder);
  }

  get messages(): MessagesRequestBuilder {
    return this.child(MessagesRequestBuilder);
  }

  get todo(): TodoRequestBuilder {
    return this.child(TodoRequestBuilder);
  }
}
