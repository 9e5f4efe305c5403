import type { Clock } from "./clock.js";
import type { ErrorService, Refusal } from "./errors.js";
import { type Charge, ThrottleWindow } from "./throttle-window.js";

/** Docs `concepts/throttling-limits.md`; rejected requests count like all others. */
export interface ThrottleLimits {
  /** of an application to a mailbox, in a `requestWindow`; default 10 000 */
  requests?: number;
  /** milliseconds; default 10 minutes */
  requestWindow?: number;
  /** bodies of PUT, POST and PATCH of an application to a mailbox, in an `uploadWindow`; default 150 */
  megabytes?: number;
  /** bytes: Microsoft does not say which it means; default 1 000 000 */
  megabyte?: 1_000_000 | 1_048_576;
  /** milliseconds; default 5 minutes */
  uploadWindow?: number;
  /** requests under way at one time; default 4 */
  concurrency?: number;
  /** of an application over all mailboxes, the default and the stricter reading, or to each mailbox */
  concurrencyPer?: "app" | "mailbox";
}

/** Who asks for what. */
export interface Party {
  app: string;
  mailbox: string;
  service: ErrorService;
}

/** What one application has used of one mailbox. */
interface Usage {
  requests: ThrottleWindow;
  bytes: ThrottleWindow;
}

interface Request {
  usage: Usage;
  bytes: Charge;
  /** those it is counted with while it is under way; none if it was refused */
  crowd: string | undefined;
}

/** Keeps applications within their limits, by the emulator's clock. `Ticket` stands for a request. */
export class Throttle<Ticket extends object> {
  readonly #limits: Required<ThrottleLimits>;
  readonly #usages = new Map<string, Usage>();
  readonly #underWay = new Map<Ticket, Request>();

  constructor(
    limits: ThrottleLimits,
    readonly clock: Clock,
  ) {
    this.#limits = {
      requests: 10_000,
      requestWindow: 600_000,
      megabytes: 150,
      megabyte: 1_000_000,
      uploadWindow: 300_000,
      concurrency: 4,
      concurrencyPer: "app",
      ...limits,
    };
  }

  /**
   * Counts a request before its body is read.
   * @param announced bytes of its body, if it is one that counts
   * @returns why it is too much
   */
  enter(ticket: Ticket, { app, mailbox, service }: Party, announced: number): Refusal | undefined {
    const { concurrency, concurrencyPer } = this.#limits;
    const usage = this.#find(`${app} ${service} ${mailbox}`);
    const crowd = `${app} ${service} ${concurrencyPer === "mailbox" ? mailbox : ""}`;
    const exceeded = usage.requests.wait(1) > 0 || usage.bytes.wait(announced) > 0;
    const beside = [...this.#underWay.values()].filter((request) => request.crowd === crowd).length;
    const refused = exceeded || beside >= concurrency;
    usage.requests.charge(1);
    const bytes = usage.bytes.charge(refused ? 0 : announced);
    this.#underWay.set(ticket, { usage, bytes, crowd: refused ? undefined : crowd });
    if (exceeded) return "throttled";
    return refused ? "concurrencyExceeded" : undefined;
  }

  /** Puts right how many bytes of a request's body came. */
  settle(ticket: Ticket, received: number): void {
    const request = this.#underWay.get(ticket);
    if (request !== undefined) request.bytes.amount = received;
  }

  /** Whole seconds, at least 1, until a request like this one has room if no other comes. */
  wait(ticket: Ticket, announced: number): number {
    const { usage } = this.#underWay.get(ticket) ?? {};
    const milliseconds = Math.max(usage?.requests.wait(1) ?? 0, usage?.bytes.wait(announced) ?? 0);
    return Math.max(1, Math.ceil(milliseconds / 1000));
  }

  /** The request is over. */
  leave(ticket: Ticket): void {
    this.#underWay.delete(ticket);
  }

  /** Forgets what was used; requests under way stay so. */
  clear(): void {
    this.#usages.clear();
  }

  #find(key: string): Usage {
    const known = this.#usages.get(key);
    if (known !== undefined) return known;
    const { requests, requestWindow, megabytes, megabyte, uploadWindow } = this.#limits;
    const usage = {
      requests: new ThrottleWindow(requests, requestWindow, this.clock),
      bytes: new ThrottleWindow(megabytes * megabyte, uploadWindow, this.clock),
    };
    this.#usages.set(key, usage);
    return usage;
  }
}
