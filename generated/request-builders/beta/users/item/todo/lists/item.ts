// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { TasksRequestBuilder } from "./item/tasks.js";

/** Builds requests to /users/{user-id}/todo/lists/{todoTaskList-id}. */
export class TodoTaskListItemRequestBuilder extends RequestBuilder {
  get tasks(): TasksRequestBuilder {
    return this.child(TasksRequestBuilder);
  }
}
