// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import { GroupsRequestBuilder } from "./request-builders/groups.js";
import { UsersRequestBuilder } from "./request-builders/users.js";

/** Where the requests to Microsoft Graph begin. */
export class GraphClient extends RequestBuilder {
  get groups(): GroupsRequestBuilder {
    return this.child(GroupsRequestBuilder);
  }

  get users(): UsersRequestBuilder {
    return this.child(UsersRequestBuilder);
  }
}

/** A client that sends its requests with `adapter`: the one of createGraphAdapter, or any request adapter of Kiota. */
export function createGraphClient(adapter: RequestAdapter): GraphClient {
  return new GraphClient(adapter);
}
