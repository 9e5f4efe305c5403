import type { UploadReply, UploadRequest, UploadTransport } from "../../runtime/upload/transport.js";
import type { Fault, Place } from "./fault.js";
import type { RequestFact } from "./ledger.js";
import type { Process } from "./process.js";
import type { ServiceSession } from "./service-session.js";
import { nature } from "./timeline.js";
import { refusal, type WireReply, type WireRequest } from "./wire.js";
import type { World } from "./world.js";

/** Carries the requests of one process to the simulated service, as badly as the run has it. */
export class SimulatedTransport implements UploadTransport {
  readonly #world: World;

  constructor(
    private readonly process: Process,
    private readonly job: number,
  ) {
    this.#world = process.world;
  }

  async send(request: UploadRequest): Promise<UploadReply> {
    const { process } = this;
    if (!process.alive) return new Promise<never>(() => undefined);
    request.signal.throwIfAborted();
    const trip = new Trip(request, process, this.job);
    const undo = trip.begin();
    try {
      await trip.readBody();
      const reply = await trip.answer();
      return { status: reply.status, text: reply.text, header: (name) => reply.headers[name] };
    } catch (error) {
      trip.abandon();
      throw error;
    } finally {
      undo();
    }
  }

  close(): void {
    this.#world.trace.note(this.#world.timeline.elapsed, "close");
  }
}

/** One request on its way. */
class Trip {
  readonly #world: World;
  readonly #wire: WireRequest;
  readonly #session: ServiceSession | undefined;
  readonly #fault: Fault;
  readonly #fact: RequestFact;
  /** `sending`: the service has not got all of it; `sent`: it has, and has not acted on it; `over`: it has, or never will */
  #stage: "sending" | "sent" | "over" = "sending";

  constructor(
    private readonly request: UploadRequest,
    private readonly process: Process,
    job: number,
  ) {
    const { world } = process;
    const { method, headers, body } = request;
    const { service, timeline, ledger } = world;
    this.#world = world;
    this.#wire = {
      method,
      url: request.url.reveal(),
      headers: lowerCased(headers),
      ...(body && { body: new Uint8Array(body.size) }),
    };
    this.#session = service.find(this.#wire);
    const fault = this.#session && world.drawFault(method, this.#session);
    this.#fault = fault?.fault ?? {};
    const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(this.#wire.headers["content-range"] ?? "") ?? [];
    this.#fact = {
      process: process.number,
      job,
      method,
      url: this.#wire.url,
      headers: this.#wire.headers,
      session: this.#session,
      goodToken: `canary-${service.tokenNumber}`,
      span: last === undefined ? undefined : { start: Number(first), end: Number(last) + 1 },
      declared: total === undefined ? undefined : Number(total),
      missing: this.#session?.missing ?? [],
      checkpoint: world.disk.durable(job),
      sentAt: timeline.now,
      bytes: 0,
      taken: 0,
      fault: fault?.name,
      abandoned: false,
    };
    ledger.requests.push(this.#fact);
    world.trace.note(
      timeline.elapsed,
      method,
      process.number,
      this.#session?.id,
      headers["Content-Range"],
      this.#fact.fault,
    );
  }

  /** The end of the process is the end of the connection. */
  begin(): () => void {
    this.process.connections.add(this);
    return () => this.process.connections.delete(this);
  }

  async readBody(): Promise<void> {
    const { body, onSent } = this.request;
    const target = this.#wire.body;
    if (body === undefined || target === undefined) return void (this.#stage = "sent");
    const { random, setting } = this.#world;
    const until = Math.floor(body.size * (this.#fault.cutAt ?? 1));
    while (this.#fact.bytes < until) {
      const piece = target.subarray(this.#fact.bytes, Math.min(until, this.#fact.bytes + setting.pieceSize));
      const length = await body.read(piece);
      if (!this.process.alive) return new Promise<never>(() => undefined);
      this.#fact.bytes += length;
      onSent?.(length);
      if (random.chance(0.1))
        await this.process.call("send", random.between(1, 50), () => undefined, this.request.signal);
    }
    if (until === body.size) this.#stage = "sent";
  }

  answer(): Promise<WireReply> {
    const { random, timeline, trace, engine } = this.#world;
    const { delayMs = 0, lost, late } = this.#fault;
    const act = () => {
      const own = late === true ? this.#later() : this.#serve();
      this.#fact.endedAt = timeline.now;
      if (lost !== undefined) {
        trace.note(timeline.elapsed, "lost", lost);
        throw new engine.TransportError(lost, lost === "timeout" ? "no reply for 60 s" : "connection reset");
      }
      const { status, told, waitMs, dated, named, text } = own;
      Object.assign(this.#fact, { status, told, waitMs, dated, named });
      if (this.#session !== undefined && told !== undefined) this.#session.told = told;
      trace.note(timeline.elapsed, "reply", status, text, own.headers["retry-after"]);
      return { ...own, headers: { ...this.#world.dateHeader(), ...own.headers, "request-id": "7d3c-1" } };
    };
    return this.process.call("request", delayMs + random.between(5, 200), act, this.request.signal);
  }

  /** The client is gone; what it sent is not. */
  abandon(): void {
    if (this.#fact.endedAt !== undefined || this.#fact.abandoned) return;
    this.#fact.abandoned = true;
    const { random, timeline, trace } = this.#world;
    if (this.#stage === "over" || this.#fact.session === undefined || random.chance(0.4)) return;
    trace.note(timeline.elapsed, "abandoned", this.#stage);
    if (random.chance(0.3)) this.#later();
    else this.#serve();
  }

  #later(): WireReply {
    const { random, timeline } = this.#world;
    timeline.after(random.between(100, 20_000), nature, () => this.#serve());
    return refusal(504, "late");
  }

  /** The service acts on what has reached it. */
  #serve(): WireReply {
    const { service, random, timeline } = this.#world;
    const session = this.#session;
    const fault = this.#fault;
    if (session === undefined) return service.handle(this.#wire);
    const before = session.missing;
    const place: Place = {
      random,
      service,
      session,
      before,
      last: this.#seemsLast(session),
      serverNow: this.#world.serverNow,
    };
    this.#strike(session);
    const held = session.heldBytes;
    let own = this.#handle();
    const whole = this.#fact.bytes === this.#wire.body?.length;
    if (fault.again === "atOnce" && whole) {
      const second = service.handle(this.#wire);
      if (random.chance(0.5)) own = second;
    }
    if (fault.again === "late" && whole) {
      timeline.after(random.between(100, 20_000), nature, () => {
        const heldThen = session.heldBytes;
        service.handle(this.#wire);
        this.#fact.taken += Math.max(0, session.heldBytes - heldThen);
      });
    }
    this.#fact.taken += Math.max(0, session.heldBytes - held);
    this.#stage = "over";
    return fault.reply?.(place, own) ?? own;
  }

  #seemsLast(session: ServiceSession): boolean {
    const { span } = this.#fact;
    const told = session.told ?? [{ start: 0, end: session.size }];
    return span !== undefined && told.every(({ start, end }) => span.start <= start && end <= span.end);
  }

  #strike(session: ServiceSession): void {
    const { service, random } = this.#world;
    const { session: effect, tokenExpires } = this.#fault;
    if (tokenExpires === true) service.tokenNumber++;
    if (session.state !== "open") return;
    // where the token is the caller's, it is the token that is denied
    if (effect === "denied" && service.rules.bearer) service.tokenNumber++;
    else if (effect === "dead" || effect === "denied") session.state = effect;
    if (effect === "spoiled") session.spoiled = true;
    if (effect === "rewound") session.rewind(random.below(session.firstMissing + 1));
  }

  #handle(): WireReply {
    const { service } = this.#world;
    const { keeps = 1, cutAt } = this.#fault;
    const { body, method } = this.#wire;
    if (body === undefined || method !== "PUT") {
      return keeps === 1 && cutAt !== 0 ? service.handle(this.#wire) : refusal(503, "notActedOn");
    }
    if (this.#fact.bytes === 0) return refusal(503, "notActedOn");
    const whole = this.#fact.bytes === body.length && keeps === 1;
    return service.handle(this.#wire, whole ? undefined : Math.floor(this.#fact.bytes * Math.min(keeps, 0.99)));
  }
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
