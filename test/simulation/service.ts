import type { Random } from "./random.js";
import { ServiceSession } from "./service-session.js";
import { serviceRules, type DialectName, type ServiceRules, type Span } from "./service-rules.js";
import type { Timeline } from "./timeline.js";
import { refusal, reply, type WireReply, type WireRequest } from "./wire.js";

export interface Item {
  readonly id: string;
  readonly job: number;
  readonly session: ServiceSession;
  readonly bytes: Uint8Array;
  readonly at: number;
  /** lists show it from then on */
  readonly visibleFrom: number;
}

export interface ServiceSettings {
  readonly dialect: DialectName;
  /** of ranges, where the dialect has any */
  readonly alignment: number;
  readonly answersStatusQuery: boolean;
  readonly lifetimeMs: number;
  /** a list lags behind by at most so much */
  readonly listLagMs: number;
  /** whether the name of the item is taken already */
  readonly nameTaken: boolean;
}

const contentRange = /^bytes (\d+)-(\d+)\/(\d+)$/;

/** The upload service of one dialect, in memory, without faults; it takes what the real one takes and tells what it tells. */
export class Service {
  readonly rules: ServiceRules;
  readonly sessions: ServiceSession[] = [];
  readonly items: Item[] = [];
  /** what a bearer token must carry */
  tokenNumber = 1;
  readonly alignment: number;
  readonly #byUrl = new Map<string, ServiceSession>();

  constructor(
    private readonly settings: ServiceSettings,
    private readonly timeline: Timeline,
    private readonly random: Random,
  ) {
    this.rules = serviceRules[settings.dialect];
    this.alignment = this.rules.aligned ? settings.alignment : 1;
  }

  create(job: number, size: number, deferred: boolean): ServiceSession {
    const id = `s${this.sessions.length + 1}`;
    const url = this.rules.url.replace("{session}", id).replace("{token}", `eyJcanary.${id}`);
    const session = new ServiceSession(id, url, job, size, deferred, this.settings.lifetimeMs, this.timeline.now);
    this.sessions.push(session);
    this.#byUrl.set(url, session);
    return session;
  }

  describe(session: ServiceSession): Record<string, unknown> {
    const expires = new Date(session.expires).toISOString().replace("Z", "4567Z");
    return { uploadUrl: session.url, expirationDateTime: expires, nextExpectedRanges: ["0-"] };
  }

  get answersStatusQuery(): boolean {
    return this.settings.answersStatusQuery;
  }

  /** The session a request is for; undefined for a URL nobody was given. */
  find({ method, url }: WireRequest): ServiceSession | undefined {
    const { putPath } = this.rules;
    if (method !== "PUT" || putPath === "") return this.#byUrl.get(url);
    const [path = "", query] = url.split("?");
    if (!path.endsWith(putPath)) return undefined;
    return this.#byUrl.get(path.slice(0, -putPath.length) + (query === undefined ? "" : `?${query}`));
  }

  /** @param keeps how many bytes of the body are kept; less than all = no item comes of it, whatever is there */
  handle(request: WireRequest, keeps = Number.POSITIVE_INFINITY): WireReply {
    const session = this.find(request);
    const refused = this.#refuse(request, session);
    if (refused !== undefined || session === undefined) return refused ?? gone();
    switch (request.method) {
      case "GET":
        return this.settings.answersStatusQuery ? this.position(session, 200) : refusal(405, "ErrorInvalidRequest");
      case "DELETE":
        session.state = "dead";
        return reply(204);
      case "POST":
        if (!session.deferred || this.rules.deferred !== "post") return refusal(405, "notSupported");
        return session.complete ? this.#commit(session) : refusal(400, "invalidRequest", "uploadSessionIncomplete");
      case "PUT":
        return this.#take(session, request, keeps);
    }
  }

  /** Makes an item of a session named as its source; the name no longer matters when the caller has resolved it. */
  commitFrom(url: string, resolved: boolean): WireReply {
    const session = this.#byUrl.get(url);
    if (session === undefined || session.state !== "open") return gone();
    if (!session.complete) return refusal(400, "invalidRequest", "uploadSessionIncomplete");
    return this.#commit(session, resolved);
  }

  /** Where the session stands, as a reply. */
  position(session: ServiceSession, status: number, missing: readonly Span[] = session.missing): WireReply {
    const listed = session.spoiled ? [] : missing;
    return reply(status, this.body(session, this.spell(session, listed)), { told: listed });
  }

  body(session: ServiceSession, nextExpectedRanges: unknown): Record<string, unknown> {
    const keys = this.random.chance(0.8) ? this.rules.keys : this.random.pick(["camel", "pascal", "mixed"] as const);
    return {
      [keys === "camel" ? "expirationDateTime" : "ExpirationDateTime"]: new Date(session.expires).toISOString(),
      ...(nextExpectedRanges !== undefined && {
        [keys === "pascal" ? "NextExpectedRanges" : "nextExpectedRanges"]: nextExpectedRanges,
      }),
    };
  }

  spell(session: ServiceSession, spans: readonly Span[]): string[] {
    const first = spans[0];
    if (first === undefined) return [];
    if (this.rules.listed === "bare") return [`${first.start}`];
    const closed = this.rules.listed === "closed" || spans.length > 1 || this.random.chance(0.2);
    if (!closed) return [`${first.start}-`];
    // print names an end one past the last byte: upload-sessions.md T2
    const off = this.rules.anyOrder && this.random.chance(0.3) ? 0 : 1;
    return spans.map(({ start, end }) => `${start}-${end === session.size ? end - off : end - 1}`);
  }

  #refuse({ headers }: WireRequest, session: ServiceSession | undefined): WireReply | undefined {
    const { authorization } = headers;
    if (this.rules.bearer) {
      if (authorization !== `Bearer canary-${this.tokenNumber}`) return refusal(401, "InvalidAuthenticationToken");
    } else if (authorization !== undefined) {
      return refusal(401, "InvalidAudienceForResource");
    }
    if (session === undefined) return gone();
    if (session.state === "open" && this.timeline.now > session.expires) session.state = "dead";
    if (session.state === "denied") return refusal(401, "unauthenticated", "expiredToken");
    return session.state === "open" ? undefined : gone();
  }

  #take(session: ServiceSession, { headers, body }: WireRequest, keeps: number): WireReply {
    const [, first, last, total] = contentRange.exec(headers["content-range"] ?? "") ?? [];
    const span = { start: Number(first), end: Number(last) + 1 };
    if (body === undefined || span.end - span.start !== body.length || Number(total) !== session.size) {
      return refusal(400, "invalidRequest", "fragmentLengthMismatch");
    }
    if (session.overlaps(span)) return refusal(416, "invalidRange", "fragmentOverlap");
    if (!this.rules.anyOrder && span.start !== session.firstMissing) {
      return refusal(416, "invalidRange", "fragmentOutOfOrder");
    }
    session.store(span.start, keeps < body.length ? body.subarray(0, keeps) : body);
    if (this.rules.slidingExpiry) session.expires = this.timeline.now + session.lifetimeMs;
    if (!session.complete || keeps < body.length) return this.position(session, this.rules.rangeStatus);
    if (session.spoiled) return refusal(500, "generalException");
    if (session.deferred) {
      return this.random.chance(0.5) ? this.position(session, 202) : reply(202, this.body(session, undefined));
    }
    return this.#commit(session);
  }

  #commit(session: ServiceSession, resolved = false): WireReply {
    if (session.spoiled) return refusal(500, "generalException");
    if (this.settings.nameTaken && !resolved) {
      session.conflicted = true;
      return refusal(409, "nameAlreadyExists");
    }
    const id = `item-${this.items.length + 1}=`;
    session.state = "committed";
    this.items.push({
      id,
      job: session.job,
      session,
      bytes: session.bytes.slice(),
      at: this.timeline.now,
      visibleFrom: this.timeline.now + this.random.below(this.settings.listLagMs + 1),
    });
    if (this.rules.finalReply === "json") {
      return reply(
        this.random.chance(0.5) ? 201 : 200,
        { id, name: "report.pdf", size: session.size },
        { named: true },
      );
    }
    const quoted = this.random.chance(0.5) ? `('${encodeURIComponent(id)}')` : `/${encodeURIComponent(id)}`;
    return reply(201, "", {
      named: true,
      headers: { location: `${session.url.split(/\/attachmentSessions/i)[0]}/Attachments${quoted}` },
    });
  }
}

function gone(): WireReply {
  return refusal(404, "itemNotFound", "uploadSessionNotFound");
}
