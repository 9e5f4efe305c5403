// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import { BetaRequestBuilder } from "./request-builders/beta.js";
import { DrivesRequestBuilder } from "./request-builders/drives.js";
import { GroupsRequestBuilder } from "./request-builders/groups.js";
import { PrintRequestBuilder } from "./request-builders/print.js";
import { UsersRequestBuilder } from "./request-builders/users.js";

/** Where the requests to Microsoft Graph begin. */
export class GraphClient extends RequestBuilder {
  get beta(): BetaRequestBuilder {
    return this.child(BetaRequestBuilder);
  }

  get drives(): DrivesRequestBuilder {
    return this.child(DrivesRequestBuilder);
  }

  get groups(): GroupsRequestBuilder {
    return this.child(GroupsRequestBuilder);
  }

  get print(): PrintRequestBuilder {
    return this.child(PrintRequestBuilder);
  }

  get users(): UsersRequestBuilder {
    return this.child(UsersRequestBuilder);
  }
}

/** A client that sends its requests with `adapter`: the one of createGraphAdapter, or any request adapter of Kiota. */
export function createGraphClient(adapter: RequestAdapter): GraphClient {
  return new GraphClient(adapter);
}
