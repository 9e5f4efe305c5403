import type { ConflictResolution } from "./commit.js";
import type { UploadError } from "./errors.js";
import type { Range } from "./ranges.js";
import type { SessionCourse } from "./session-course.js";

/** Where an upload stands: upload-sessions.md §4.1. Each state is left for the next until it is done, or something throws. */
export type State =
  Authorizing | Creating | Sending | Waiting | Querying | Verifying | Recreating | Committing | Conflicted | Done;

/** gets the access token, for dialects whose upload URLs want one */
export interface Authorizing {
  readonly name: "authorizing";
  /** whether the service has refused the token before */
  readonly renew: boolean;
  readonly next: State;
}

/** asks for a session */
export interface Creating {
  readonly name: "creating";
}

/** sends the next range, or the next few */
export interface Sending {
  readonly name: "sending";
  readonly session: SessionCourse;
  /** whether the service may have stored this very range already */
  readonly doubtful: boolean;
}

/** sleeps after a failure */
export interface Waiting {
  readonly name: "waiting";
  readonly ms: number;
  readonly reason: string;
  readonly next: State;
}

/** finds out what became of ranges */
export interface Querying {
  readonly name: "querying";
  readonly session: SessionCourse;
  readonly ranges: readonly Range[];
  /** what is known of the ranges: taken in silence, perhaps stored whole, not stored whole */
  readonly fate: "taken" | "doubtful" | "notTaken";
  /** whether a failure, counted as such, led here */
  readonly failed: boolean;
}

/** looks whether the item exists although no reply said so */
export interface Verifying {
  readonly name: "verifying";
  /** where to go on when there is no such item, or what the upload ends with */
  readonly absent: State | UploadError;
}

/** gives up the session for a new one, if one more is allowed; otherwise the upload ends with `lost` */
export interface Recreating {
  readonly name: "recreating";
  readonly lost: UploadError;
}

/** makes the item of a session that has all its bytes */
export interface Committing {
  readonly name: "committing";
  readonly session: SessionCourse;
  /** after a conflict */
  readonly resolution?: ConflictResolution;
}

/** asks the caller what to do about the name */
export interface Conflicted {
  readonly name: "conflicted";
  readonly session: SessionCourse;
  readonly error: UploadError;
}

export interface Done {
  readonly name: "done";
  readonly itemId: string | undefined;
}
