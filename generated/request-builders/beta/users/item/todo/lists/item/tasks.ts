// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { TodoTaskItemRequestBuilder } from "./tasks/item.js";

/** Builds requests to /users/{user-id}/todo/lists/{todoTaskList-id}/tasks. */
export class TasksRequestBuilder extends RequestBuilder {
  /** @param todoTaskId The unique identifier of todoTask */
  byTodoTaskId(todoTaskId: string): TodoTaskItemRequestBuilder {
    return this.child(TodoTaskItemRequestBuilder, { "todoTask%2Did": todoTaskId });
  }
}
