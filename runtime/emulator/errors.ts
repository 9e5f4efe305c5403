/** Whose codes an error has: OneDrive and Universal Print, and the directory, spell some otherwise than Exchange and To Do. */
export type ErrorService = "exchange" | "files" | "directory";

interface ErrorRow {
  status: number;
  /** `error.code` of the reply */
  code: string;
  /** `error.innerError.code` of the reply */
  innerCode?: string;
  message: string;
}

/** Everything the emulator refuses, by the name the ledger and the tests know it by. */
const catalogue = {
  // Graph side
  accessTokenMissing: { status: 401, code: "InvalidAuthenticationToken", message: "Access token is empty." },
  accessTokenInvalid: { status: 401, code: "InvalidAuthenticationToken", message: "Access token validation failure." },
  accessTokenExpired: {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "Lifetime validation failed, the token is expired.",
  },
  accessDenied: {
    status: 403,
    code: "ErrorAccessDenied",
    message: "Access is denied. Check credentials and try again.",
  },
  mailboxDelegated: {
    status: 403,
    code: "ErrorAccessDenied",
    message: "Access is denied. With delegated permissions a shared mailbox gives no upload sessions.",
  },
  badRequestTarget: { status: 400, code: "BadRequest", message: "The request target is not a valid URL path." },
  routeUnknown: { status: 404, code: "ResourceNotFound", message: "The emulator has no such route." },
  methodNotAllowed: { status: 405, code: "BadRequest", message: "The method is not allowed on this resource." },
  itemNotFound: {
    status: 404,
    code: "ErrorItemNotFound",
    message: "The specified object was not found in the store.",
  },
  queryOptionUnsupported: { status: 501, code: "NotSupported", message: "The emulator knows $select only." },
  selectUnknown: { status: 400, code: "BadRequest", message: "Could not find a property named in $select." },
  operationUnknown: { status: 501, code: "NotImplemented", message: "The emulator does not know this operation." },
  queryInvalid: { status: 400, code: "BadRequest", message: "The query option is not valid." },
  filterInvalid: { status: 400, code: "BadRequest", message: "Invalid filter clause" },
  queryUnsupported: {
    status: 400,
    code: "Request_UnsupportedQuery",
    message: "Unsupported Query.",
  },
  sortTooComplex: {
    status: 400,
    code: "InefficientFilter",
    message: "The restriction or sort order is too complex for this operation.",
  },
  searchWithFilter: {
    status: 400,
    code: "SearchWithFilter",
    message: "The query parameter '$filter' is not supported with '$search'.",
  },
  searchWithOrderBy: {
    status: 400,
    code: "SearchWithOrderBy",
    message: "The query parameter '$orderby' is not supported with '$search'.",
  },
  countUnsupported: { status: 400, code: "Request_BadRequest", message: "$count is not currently supported." },
  propertyInvalid: {
    status: 400,
    code: "RequestBodyRead",
    message: "The request body has a property that is not valid.",
  },
  parameterMissing: {
    status: 400,
    code: "BadRequest",
    message: "One or more parameters of the operation are missing from the request payload.",
  },
  recipientsMissing: { status: 400, code: "ErrorInvalidRecipients", message: "At least one recipient is not valid." },
  draftRequired: {
    status: 400,
    code: "ErrorInvalidOperation",
    message: "Only a draft can be sent.",
  },
  sentAlready: {
    status: 400,
    code: "ErrorInvalidPropertyUpdateSentMessage",
    message: "Update operation is invalid for property of a sent message.",
  },
  timeWindowMissing: {
    status: 400,
    code: "ErrorInvalidParameter",
    message:
      "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.",
  },
  changeKeyStale: {
    status: 412,
    code: "ErrorIrresolvableConflict",
    message:
      "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  },
  folderExists: {
    status: 409,
    code: "ErrorFolderExists",
    message: "A folder with the specified name already exists.",
  },
  folderDistinguished: {
    status: 400,
    code: "ErrorDeleteDistinguishedFolder",
    message: "Distinguished folders cannot be deleted.",
  },
  nameTaken: { status: 409, code: "NameAlreadyExists", message: "Another object has this name." },
  objectExists: { status: 400, code: "Request_BadRequest", message: "Another object has this name." },
  referenceExists: {
    status: 400,
    code: "Request_BadRequest",
    message: "One or more added object references already exist for the following modified properties: 'members'.",
  },
  referenceInvalid: {
    status: 400,
    code: "Request_BadRequest",
    message: "The request body must contain an '@odata.id' with the URL of a directory object.",
  },
  contentMissing: {
    status: 404,
    code: "ImageNotFound",
    message: "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  },
  contentTypeUnsupported: { status: 415, code: "UnsupportedMediaType", message: "An image is expected." },
  bodyNotJson: {
    status: 400,
    code: "BadRequest",
    message: "Unable to read JSON request payload. The payload must be a valid JSON object.",
  },
  bodyNotDeclaredJson: {
    status: 400,
    code: "BadRequest",
    message: "Entity only allows writes with a JSON Content-Type header.",
  },
  bodyEncoded: { status: 415, code: "UnsupportedMediaType", message: "A Content-Encoding is not supported." },
  bodyInvalid: { status: 400, code: "UnableToDeserializePostBody", message: "The request body is not valid." },
  propertyMissing: { status: 400, code: "ErrorRequiredPropertyMissing", message: "A required property is missing." },
  requestTooLong: { status: 413, code: "BadRequest", message: "The maximum request length supported is 4MB." },
  attachmentTypeUnsupported: {
    status: 405,
    code: "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments",
    message: "Attachment sessions are supported for file attachments only.",
  },
  attachmentTooSmall: {
    status: 400,
    code: "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
    message: "The attachment is too small for an upload session; add it with a single POST.",
  },
  attachmentTooLarge: {
    status: 413,
    code: "ErrorMessageSizeExceeded",
    message: "The message exceeds the maximum supported size.",
  },

  folderGiven: { status: 400, code: "invalidRequest", message: "A folder takes no content." },
  nameMismatch: {
    status: 400,
    code: "invalidRequest",
    message: "Name from path does not match name from body.",
  },
  nameHeld: { status: 409, code: "nameAlreadyExists", message: "An upload session already exists for this file." },
  nameAlreadyExists: {
    status: 409,
    code: "nameAlreadyExists",
    message:
      "Another file exists with the same name as the uploaded session. You can redirect the upload session to use a new filename by calling PUT with the new metadata and @microsoft.graph.sourceUrl attribute.",
  },
  preconditionFailed: {
    status: 412,
    code: "resourceModified",
    innerCode: "entityTagDoesNotMatch",
    message: "The resource has been changed since the caller last read it.",
  },
  quotaExceeded: { status: 507, code: "quotaLimitReached", message: "The drive has not so much space left." },
  fileEmpty: { status: 400, code: "invalidRequest", message: "An upload session takes no empty file." },
  fileTooLarge: {
    status: 413,
    code: "invalidRequest",
    innerCode: "maxFileSizeExceeded",
    message: "The file is larger than the service takes.",
  },
  sourceUrlMissing: {
    status: 501,
    code: "notSupported",
    message: "The emulator takes PUT of an item only with @microsoft.graph.sourceUrl.",
  },
  sessionIncomplete: {
    status: 400,
    code: "invalidRequest",
    innerCode: "uploadSessionIncomplete",
    message: "Not all bytes of the upload session have arrived.",
  },

  // upload side
  authorizationSent: {
    status: 401,
    code: "InvalidAudienceForResource",
    message: "The audience claim of the access token is not for this resource; an upload URL takes no Authorization.",
  },
  uploadTokenInvalid: { status: 401, code: "unauthenticated", message: "The token of the upload URL is not valid." },
  uploadTokenExpired: {
    status: 401,
    code: "unauthenticated",
    innerCode: "expiredToken",
    message: "The token of the upload URL has expired.",
  },
  uploadTokenDenied: { status: 403, code: "accessDenied", message: "The token of the upload URL has expired." },
  uploadUrlEdited: { status: 400, code: "invalidRequest", message: "The upload URL is not the one that was issued." },
  sessionGone: {
    status: 404,
    code: "ErrorItemNotFound",
    innerCode: "uploadSessionNotFound",
    message: "The upload session was not found: it has expired, was deleted or is complete.",
  },
  cookieSent: { status: 400, code: "invalidRequest", message: "An upload URL takes no cookies." },
  contentEncoded: { status: 415, code: "invalidRequest", message: "Ranges are taken as they are, not encoded." },
  expectationFailed: {
    status: 417,
    code: "invalidRequest",
    message: "Expect is not supported here (curl: -H Expect:).",
  },
  foreignHeader: { status: 400, code: "invalidRequest", message: "A header does not belong on an upload URL." },
  bodyNotSized: {
    status: 400,
    code: "invalidRequest",
    message: "The size of the provided stream is not known. Make sure the request is not chunked.",
  },
  lengthRequired: { status: 411, code: "invalidRequest", message: "Content-Length is required." },
  contentTypeWrong: { status: 415, code: "invalidRequest", message: "Content-Type must be application/octet-stream." },
  rangeEmpty: { status: 400, code: "invalidRequest", message: "A range must have at least one byte." },
  rangeTooLong: {
    status: 413,
    code: "invalidRequest",
    innerCode: "maxFragmentLengthExceeded",
    message: "The range is longer than one PUT may be.",
  },
  contentRangeMalformed: {
    status: 400,
    code: "invalidRequest",
    message: "The Content-Range header is missing or malformed.",
  },
  contentRangeEquals: {
    status: 400,
    code: "invalidRequest",
    message: "The Content-Range header is malformed: 'bytes' is followed by a blank.",
  },
  totalMissing: { status: 400, code: "invalidRequest", message: "Content-Range must include a total length." },
  totalMismatch: {
    status: 400,
    code: "invalidRequest",
    innerCode: "fragmentLengthMismatch",
    message: "The total of Content-Range is not the size of the session.",
  },
  spanMismatch: {
    status: 400,
    code: "invalidRequest",
    message: "The Content-Range header length does not match the provided number of bytes.",
  },
  rangeOverlaps: {
    status: 416,
    code: "invalidRange",
    innerCode: "fragmentOverlap",
    message: "Uploaded fragment overlaps with existing data.",
  },
  rangeOutOfOrder: {
    status: 416,
    code: "invalidRange",
    innerCode: "fragmentOutOfOrder",
    message: "The uploaded fragment does not begin where the next one is expected.",
  },
  rangeUnaligned: {
    status: 400,
    code: "invalidRequest",
    message: "Every range but the last must end at a multiple of 320 KiB.",
  },
  rangesTooMany: {
    status: 429,
    code: "activityLimitReached",
    innerCode: "throttledRequest",
    message: "More ranges of the session are under way than may be.",
  },
  throttled: {
    status: 429,
    code: "ApplicationThrottled",
    innerCode: "throttledRequest",
    message: "Application is over its request or upload limit.",
  },
  concurrencyExceeded: {
    status: 429,
    code: "ApplicationThrottled",
    innerCode: "throttledRequest",
    message: "Application is over its MailboxConcurrency limit.",
  },
  uploadFailed: {
    status: 500,
    code: "generalException",
    innerCode: "uploadSessionFailed",
    message: "The ranges received could not be put together.",
  },
  commitNotEmpty: {
    status: 400,
    code: "invalidRequest",
    message: "POST to an upload URL has Content-Length 0 and no body.",
  },
  itemBusy: {
    status: 412,
    code: "ErrorIrresolvableConflict",
    message: "The send or update operation could not be performed because the change key is not current.",
  },

  // the emulator itself
  requestMalformed: { status: 400, code: "BadRequest", message: "The request is not valid HTTP." },
  headersTooLong: { status: 431, code: "BadRequest", message: "The request headers are too long." },
  requestTimeout: { status: 408, code: "generalException", message: "The request did not arrive in time." },
  planInvalid: { status: 400, code: "invalidRequest", message: "The fault plan is not valid." },
  clockInvalid: { status: 400, code: "invalidRequest", message: "Either 'advanceMs' or 'setTo' is expected." },
  contentNotStored: {
    status: 501,
    code: "notSupported",
    message: "The emulator only counts what is uploaded, as its options say.",
  },
  sessionUnknown: { status: 404, code: "itemNotFound", message: "The ledger knows no such session." },
  emulatorFailed: { status: 500, code: "generalException", message: "The emulator failed." },
} as const satisfies Record<string, ErrorRow>;

const codes: Partial<Record<ErrorService, Partial<Record<Refusal, string>>>> = {
  files: {
    accessDenied: "accessDenied",
    itemNotFound: "itemNotFound",
    authorizationSent: "unauthenticated",
    sessionGone: "itemNotFound",
    throttled: "activityLimitReached",
    concurrencyExceeded: "activityLimitReached",
  },
  directory: {
    accessDenied: "Authorization_RequestDenied",
    itemNotFound: "Request_ResourceNotFound",
    propertyInvalid: "Request_BadRequest",
    propertyMissing: "Request_BadRequest",
    throttled: "TooManyRequests",
    concurrencyExceeded: "TooManyRequests",
  },
};

export type Refusal = keyof typeof catalogue;

export interface ServiceErrorOptions {
  /** instead of the catalogue's message */
  message?: string;
  headers?: Record<string, string>;
  /** default `exchange` */
  service?: ErrorService;
  cause?: unknown;
}

/** A refusal on its way to the client. */
export class ServiceError extends Error {
  readonly row: ErrorRow;
  readonly headers: Record<string, string>;

  constructor(
    readonly refusal: Refusal,
    options: ServiceErrorOptions = {},
  ) {
    super(options.message ?? catalogue[refusal].message, { cause: options.cause });
    this.name = "ServiceError";
    const row: ErrorRow = catalogue[refusal];
    this.row = { ...row, code: codes[options.service ?? "exchange"]?.[refusal] ?? row.code };
    this.headers = options.headers ?? {};
  }
}

/** What every reply and error body carries to be found again. */
export interface Stamps {
  requestId: string;
  clientRequestId: string;
  /** milliseconds since 1970 */
  time: number;
}

/** The error body of Graph (docs `concepts/errors.md`). */
export function toErrorBody(row: Omit<ErrorRow, "status">, stamps: Stamps) {
  return {
    error: {
      code: row.code,
      message: row.message,
      innerError: {
        ...(row.innerCode === undefined ? {} : { code: row.innerCode }),
        date: new Date(stamps.time).toISOString().slice(0, 19),
        "request-id": stamps.requestId,
        "client-request-id": stamps.clientRequestId,
      },
    },
  };
}
