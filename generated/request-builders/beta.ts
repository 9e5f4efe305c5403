// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { DrivesRequestBuilder } from "./beta/drives.js";
import { GroupsRequestBuilder } from "./beta/groups.js";
import { PrintRequestBuilder } from "./beta/print.js";
import { UsersRequestBuilder } from "./beta/users.js";

/** Builds requests to /. */
export class BetaRequestBuilder extends RequestBuilder {
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
