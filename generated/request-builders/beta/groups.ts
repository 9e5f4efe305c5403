// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { GroupItemRequestBuilder } from "./groups/item.js";

/** Builds requests to /groups. */
export class GroupsRequestBuilder extends RequestBuilder {
  /** @param groupId The unique identifier of group */
  byGroupId(groupId: string): GroupItemRequestBuilder {
    return this.child(GroupItemRequestBuilder, { "group%2Did": groupId });
  }
}
