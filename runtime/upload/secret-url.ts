import { UploadError } from "./errors.js";
import { sha256Hex } from "./sha256.js";

/**
 * An upload URL. It needs no further credential, so it is one: every way to print it gives `https://host/…#sha256:8hex`.
 * Only transports may `reveal` it, and checkpoint stores, which keep it where the caller wants it kept.
 */
export class SecretUrl {
  readonly #raw: string;
  readonly #url: URL;
  #shown: string | undefined;

  /** @throws UploadError `protocol` unless `raw` is an absolute http(s) URL that means the same to every parser */
  constructor(raw: unknown) {
    if (typeof raw !== "string" || !/^https?:\/\/[!-[\]-~]+$/i.test(raw)) throw malformed();
    try {
      this.#url = new URL(raw);
    } catch {
      throw malformed(); // the original error quotes the URL
    }
    this.#raw = raw;
  }

  /** host, with the port unless it is the default one */
  get host(): string {
    return this.#url.host;
  }

  get hostname(): string {
    return this.#url.hostname;
  }

  get isHttps(): boolean {
    return this.#url.protocol === "https:";
  }

  get hasUserInfo(): boolean {
    return this.#url.username !== "" || this.#url.password !== "";
  }

  /** The URL as the service gave it, byte for byte. */
  reveal(): string {
    return this.#raw;
  }

  /** The same URL with more path, before its query. */
  withPath(more: string): SecretUrl {
    return more === "" ? this : new SecretUrl(this.#raw.replace(/(?=[?#]|$)/, more));
  }

  toString(): string {
    this.#shown ??= `${this.#url.protocol}//${this.host}/…#sha256:${sha256Hex(this.#raw).slice(0, 8)}`;
    return this.#shown;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

function malformed(): UploadError {
  return new UploadError("protocol", "the service sent no usable upload URL");
}
