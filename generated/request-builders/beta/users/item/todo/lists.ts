// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { TodoTaskListItemRequestBuilder } from "./lists/item.js";

/** Builds requests to /users/{user-id}/todo/lists. */
export class ListsRequestBuilder extends RequestBuilder {
  /** @param todoTaskListId The unique identifier of todoTaskList */
  byTodoTaskListId(todoTaskListId: string): TodoTaskListItemRequestBuilder {
    return this.child(TodoTaskListItemRequestBuilder, { "todoTaskList%2Did": todoTaskListId });
  }
}
