// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { UserItemRequestBuilder } from "./users/item.js";

/** Builds requests to /users. */
export class UsersRequestBuilder extends RequestBuilder {
  /** @param userId The unique identifier of user */
  byUserId(userId: string): UserItemRequestBuilder {
    return this.child(UserItemRequestBuilder, { "user%2Did": userId });
  }
}
