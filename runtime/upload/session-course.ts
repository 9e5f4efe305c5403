import type { Checkpoint } from "./checkpoint.js";
import { subtractRange, type Range } from "./ranges.js";
import { SecretUrl } from "./secret-url.js";
import type { UploadSession } from "./upload-session.js";

/** a session that ends by the clock is not trusted for its last minute */
const expiryMarginMs = 60_000;

/** How far one upload session has come, and what it has shown of itself. */
export class SessionCourse {
  readonly url: SecretUrl;
  readonly expires: number | undefined;
  missing: readonly Range[];
  /** whether the service has ever taken a byte */
  accepted = false;
  /** whether the last missing bytes went out */
  allSent = false;
  /** whether the item may exist although no reply said so */
  mayBeComplete = false;
  /** whether there is nothing left to delete */
  gone = false;
  /** whether the access token was renewed since the service last took it */
  renewed = false;
  /** successful replies in a row that brought nothing beyond the best position */
  stalls = 0;
  /** ranges in a row refused as misplaced */
  refusals = 0;
  /** status queries that listed nothing although bytes are missing */
  emptyAnswers = 0;
  /** waits for the session to become known */
  freshWaits = 0;
  #best = 0;

  constructor(
    { url, expires }: UploadSession,
    private readonly size: number,
  ) {
    this.url = url;
    this.expires = expires;
    this.missing = [{ start: 0, end: size }];
  }

  /**
   * A session as another process left it.
   * @throws UploadError `protocol` when the checkpoint holds no upload URL
   */
  static resume({ uploadUrl, expires, size, position, mayBeComplete }: Checkpoint): SessionCourse {
    const session = new SessionCourse({ url: new SecretUrl(uploadUrl), expires }, size);
    session.missing = subtractRange(session.missing, { start: 0, end: position });
    session.accepted = true; // at least it is not new
    session.mayBeComplete = mayBeComplete;
    session.allSent = mayBeComplete;
    session.#best = position;
    return session;
  }

  /** first missing byte */
  get position(): number {
    return this.missing[0]?.start ?? this.size;
  }

  /** @param serviceNow the service's time; while that is unknown nothing expires, our own clock proves nothing */
  isExpired(serviceNow: number | undefined): boolean {
    const { expires } = this;
    return expires !== undefined && serviceNow !== undefined && serviceNow > expires - expiryMarginMs;
  }

  /**
   * The service says what it lacks: ahead of our belief, behind it or the same.
   * @param failed whether the same position is no surprise, because the request before failed and was counted as that
   * @returns whether anything was accepted
   */
  place(missing: readonly Range[], failed: boolean): boolean {
    const before = this.position;
    this.missing = missing;
    this.allSent = false;
    const advanced = this.position > before;
    if (advanced) {
      this.#accept();
      this.refusals = 0;
    }
    if (this.position > this.#best) {
      this.#best = this.position;
      this.stalls = 0;
    } else if (!advanced && !(failed && this.position === before)) {
      this.stalls++;
    }
    return advanced;
  }

  /** The service took `range`, as far as one can tell; its next reply will correct a wrong guess. */
  assume(range: Range): void {
    this.missing = subtractRange(this.missing, range);
    this.#accept();
  }

  #accept(): void {
    this.accepted = true;
    this.emptyAnswers = 0;
  }
}
