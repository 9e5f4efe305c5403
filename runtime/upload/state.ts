import type { UploadError } from "./errors.js";
import type { Range } from "./ranges.js";
import type { SessionCourse } from "./session-course.js";

/** Where an upload stands: upload-sessions.md §4.1. Each state is left for the next until it is done, or something throws. */
export type State = Creating | Sending | Waiting | Querying | Verifying | Recreating | Done;

/** asks for a session */
export interface Creating {
  readonly name: "creating";
}

/** sends the next range */
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

/** finds out what became of a range */
export interface Querying {
  readonly name: "querying";
  readonly session: SessionCourse;
  readonly range: Range;
  /** what is known of the range: taken in silence, perhaps stored whole, not stored whole */
  readonly fate: "taken" | "doubtful" | "notTaken";
  /** whether a failure, counted as such, led here */
  readonly failed: boolean;
}

/** looks whether the item exists although no reply said so */
export interface Verifying {
  readonly name: "verifying";
  readonly lost: UploadError;
}

/** gives up the session for a new one, if one more is allowed; otherwise the upload ends with `lost` */
export interface Recreating {
  readonly name: "recreating";
  readonly lost: UploadError;
}

export interface Done {
  readonly name: "done";
  readonly itemId: string | undefined;
}
