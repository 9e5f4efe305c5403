import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.js";
import type { Refusal } from "./errors.js";

export interface AccessTokenRules {
  /** the token to begin with */
  token: string;
  /** no others are taken than that one and those issued */
  tokenRequired: boolean;
  /** milliseconds from issue, or from first use; Infinity: they never expire */
  accessTokenLifetime: number;
  clock: Clock;
}

/** A token as OAuth hands it out. */
export interface IssuedToken {
  token: string;
  /** milliseconds since 1970 */
  expires: number;
}

/** The access tokens of the Graph side and until when each is good. */
export class AccessTokens {
  readonly #expiries = new Map<string, number>();

  constructor(readonly rules: AccessTokenRules) {
    this.clear();
  }

  /** @returns a new one */
  issue(): IssuedToken {
    const token = `emulator-${randomUUID()}`;
    return { token, expires: this.#begin(token) };
  }

  /** @returns what is wrong with it */
  check(token: string): Refusal | undefined {
    const { tokenRequired, accessTokenLifetime, clock } = this.rules;
    const known = this.#expiries.get(token);
    if (known === undefined && tokenRequired) return "accessTokenInvalid";
    if (known === undefined && accessTokenLifetime === Infinity) return undefined;
    return clock.now() < (known ?? this.#begin(token)) ? undefined : "accessTokenExpired";
  }

  /** The token is not good any more. */
  expire(token: string): void {
    this.#expiries.set(token, -Infinity);
  }

  /** Back to the token of the beginning. */
  clear(): void {
    this.#expiries.clear();
    this.#begin(this.rules.token);
  }

  #begin(token: string): number {
    const expires = this.rules.clock.now() + this.rules.accessTokenLifetime;
    this.#expiries.set(token, expires);
    return expires;
  }
}
