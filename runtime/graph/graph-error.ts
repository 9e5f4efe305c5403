/** One level of the `error` object of a Graph reply. */
export interface InnerError {
  code?: string;
  message?: string;
  requestId?: string;
  clientRequestId?: string;
  date?: string;
  innerError?: InnerError;
}

/** What is known of a failure besides its code. Nothing here holds a secret. */
export interface GraphErrorDetails {
  /** HTTP status; absent when there was no reply */
  status?: number | undefined;
  /** Graph's id of the request, for a support case */
  requestId?: string | undefined;
  clientRequestId?: string | undefined;
  /** when the service failed, as it wrote it */
  date?: string | undefined;
  /** seconds the service asks to wait */
  retryAfter?: number | undefined;
  /** whether the same request may succeed later */
  retryable?: boolean | undefined;
  /** headers of the reply that help to find the fault, names in lower case */
  headers?: Readonly<Record<string, string>> | undefined;
  innerError?: InnerError | undefined;
  cause?: unknown;
}

/** A request to Graph that failed: refused by the service, lost on the way, given up or never sent. */
export class GraphError extends Error {
  override name = "GraphError";
  declare readonly status?: number;
  declare readonly requestId?: string;
  declare readonly clientRequestId?: string;
  declare readonly date?: string;
  declare readonly retryAfter?: number;
  readonly retryable: boolean = false;
  declare readonly headers?: Readonly<Record<string, string>>;
  declare readonly innerError?: InnerError;

  /**
   * @param code Graph's (`ErrorItemNotFound`), `http502` when its reply had none, the system's (`ECONNREFUSED`) when
   * there was no reply, or one of ours: `aborted`, `timeout`, `untrustedHost`, `unexpectedRedirect`, `invalidReply`
   */
  constructor(
    readonly code: string,
    message: string,
    details: GraphErrorDetails = {},
  ) {
    super(message);
    Object.assign(this, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
  }

  /** The innermost code, which says most: programs should branch on it. */
  get specificCode(): string {
    let code = this.code;
    for (let inner = this.innerError; inner; inner = inner.innerError) code = inner.code ?? code;
    return code;
  }

  /** `retryAfter` as the upload engine counts it */
  get retryAfterMs(): number | undefined {
    return this.retryAfter === undefined ? undefined : this.retryAfter * 1000;
  }
}
