import type { EmulatorOptions, FaultAction, FaultMatch } from "../../runtime/emulator/server.js";
import type { UploadDialect } from "../../runtime/upload/dialects.js";
import type { UploadErrorCode } from "../../runtime/upload/errors.js";
import type { UploadOptions } from "../../runtime/upload/options.js";

export type DialectName = UploadDialect["name"];
export type Place = "first" | "middle" | "last";
export type SourceKind = "bytes" | "file" | "stream";
/** a fault of the matrix (F) or a quirk of the service (Q): upload-sessions.md §5 and §2 */
export type Mark = `F${number}` | `Q${number}`;

/** What the service does, and how the upload must end. Multiplied by dialects, places and sources it gives trials. */
export interface ConformanceCase {
  readonly name: string;
  readonly covers: readonly Mark[];
  readonly dialects: readonly DialectName[];
  /** ranges the case is about, one per trial: its faults strike there */
  readonly places?: readonly Place[];
  /** only one of the places per dialect; they take turns over the dialects, and over the cases */
  readonly inTurn?: true;
  /** default: bytes in memory */
  readonly sources?: readonly SourceKind[];
  readonly faults?: readonly PlannedFault[];
  readonly emulator?: Pick<
    EmulatorOptions,
    "statusQuery" | "strictness" | "sessionLifetime" | "uploadTokenLifetime" | "expiredTokenStatus" | "throttle"
  >;
  readonly options?: Partial<UploadOptions>;
  /** what createUploadSession names as the upload URL; `{host}` and `{domain}` are the dialect's */
  readonly uploadUrl?: { readonly instead: unknown };
  /** what the caller does while the range at the place is read; with `first`, in the first call only */
  readonly interrupt?: "cancel" | "pause";
  /** what happens to the source while the range at the place is read */
  readonly spoil?: Spoiling;
  /** how a first call ends, which keeps its checkpoint; then the same call is made again, and all must end as wanted */
  readonly first?: { readonly end: UploadErrorCode; readonly options?: Partial<UploadOptions> };
  /** milliseconds of virtual time between the two calls */
  readonly rested?: number;
  /** the caller cannot look for an item whose final reply was lost */
  readonly unverified?: true;
  /** milliseconds without a byte after which a connection counts as dead: real time, so only where something stalls */
  readonly idleTimeoutMs?: number;
  readonly want: Want;
}

/** Things that happen to a file, and `fail`: reading it does. */
export type Spoiling = "shrink" | "grow" | "rewrite" | "touch" | "delete" | "replace" | "fail";

export interface PlannedFault {
  readonly action: FaultAction;
  /** default: the range at the trial's place; `search`: a look for the item */
  readonly match?: FaultMatch | "search";
  /** how often in a row; default 1 */
  readonly times?: number;
  /** the service forgets so many bytes of the range at the trial's place */
  readonly rewindBy?: number;
}

/** A number that depends on whether the service can be asked which ranges it lacks. */
export type Count = number | { readonly asked: number; readonly blind: number };

export interface Want {
  /**
   * `done`, the code of the UploadError, `cancelled`, or `refused`: the error of createUploadSession, `verify` or `commit`
   * as it is.
   */
  readonly end: "done" | "refused" | "cancelled" | UploadErrorCode;
  readonly status?: number;
  readonly serviceCode?: string;
  /** the refusal is the last thing said to the service, but for DELETE: no other request, no wait, nothing twice */
  readonly nothingRetried?: true;
  /** PUTs beyond one per range; default 0 */
  readonly resent?: Count;
  /** all ranges up to the trial's place have been sent in vain */
  readonly startsAnew?: true;
  /** the exact number of PUTs cannot be told: the service may see fewer */
  readonly fewer?: true;
  /** status queries; default: at most one per fault */
  readonly queries?: Count | "any";
  /** requests for a session; default 1 */
  readonly creates?: number;
  /** virtual time waited: at least this, and not much more; default: unsaid */
  readonly waitedMs?: number;
  /** what became of the last session of an upload that failed; default `deleted` */
  readonly session?: "kept" | "deleted" | "gone";
  /** sessions nobody could delete, because their URL was never told or could not be reached; default 0 */
  readonly orphans?: number;
  /** the item exists although the upload failed */
  readonly committed?: true;
}

/** One run. */
export interface Trial {
  readonly name: string;
  readonly case: ConformanceCase;
  readonly dialect: DialectName;
  readonly place: Place | undefined;
  readonly source: SourceKind;
}

/** All runs of the cases with one dialect. Sources take turns over the places of a case, and over the cases. */
export function toTrials(cases: readonly ConformanceCase[], dialect: DialectName): Trial[] {
  return cases.flatMap((each, index) => {
    const { name, dialects, places, inTurn, sources = ["bytes"] } = each;
    const turn = dialects.indexOf(dialect) + index;
    if (!dialects.includes(dialect)) return [];
    const toTrial = (place: Place | undefined, source: SourceKind): Trial => ({
      name: [name, ...(place ? [`${place} range`] : []), ...(sources.length > 1 ? [source] : [])].join(", "),
      case: each,
      dialect,
      place,
      source,
    });
    if (places === undefined) return sources.map((source) => toTrial(undefined, source));
    const chosen = inTurn ? [places[turn % places.length]!] : places;
    return chosen.map((place, next) => toTrial(place, sources[(index + next) % sources.length]!));
  });
}
