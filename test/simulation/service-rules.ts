/** Half-open: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type DialectName = "outlook" | "todo" | "onedrive-business" | "onedrive-personal" | "print";

/** How the services of one dialect behave, from upload-sessions.md §1.2; nothing of it comes from the engine. */
export interface ServiceRules {
  /** where `{session}` and `{token}` stand for those */
  readonly url: string;
  /** what a PUT goes to, between path and query */
  readonly putPath: string;
  readonly bearer: boolean;
  readonly octetStream: boolean;
  /** every range but the last ends at a multiple of the alignment */
  readonly aligned: boolean;
  readonly anyOrder: boolean;
  readonly rangeStatus: 200 | 202;
  readonly keys: "camel" | "pascal" | "mixed";
  readonly listed: "bare" | "open" | "closed";
  readonly finalReply: "location" | "json";
  /** whether GET of the upload URL is answered; `draw` = nobody documents it */
  readonly statusQuery: boolean | "draw";
  readonly slidingExpiry: boolean;
  readonly parallel: number;
  readonly deferred?: "post" | "source";
}

const drive: ServiceRules = {
  url: "https://contoso.sharepoint.com/personal/a/_api/v2.0/drive/items/{session}/uploadSession?guid=1&tempauth={token}",
  putPath: "",
  bearer: false,
  octetStream: false,
  aligned: true,
  anyOrder: false,
  rangeStatus: 202,
  keys: "camel",
  listed: "open",
  finalReply: "json",
  statusQuery: true,
  slidingExpiry: true,
  parallel: 1,
  deferred: "post",
};

export const serviceRules: Readonly<Record<DialectName, ServiceRules>> = {
  outlook: {
    url: "https://outlook.office.com/api/v2.0/Users('u@t')/Messages('m=')/AttachmentSessions('{session}')?authtoken={token}",
    putPath: "",
    bearer: false,
    octetStream: true,
    aligned: false,
    anyOrder: false,
    rangeStatus: 200,
    keys: "mixed",
    listed: "bare",
    finalReply: "location",
    statusQuery: "draw",
    slidingExpiry: false,
    parallel: 1,
  },
  todo: {
    url: "https://graph.microsoft.com/v1.0/users/u/todo/lists/l=/tasks/t=/attachmentSessions/{session}",
    putPath: "/content",
    bearer: true,
    octetStream: true,
    aligned: false,
    anyOrder: false,
    rangeStatus: 200,
    keys: "pascal",
    listed: "bare",
    finalReply: "location",
    statusQuery: true,
    slidingExpiry: false,
    parallel: 1,
  },
  "onedrive-business": drive,
  "onedrive-personal": { ...drive, url: "https://sn3302.up.1drv.com/up/{session}{token}", deferred: "source" },
  print: {
    url: "https://print.print.microsoft.com/uploadSessions/{session}?tempauthtoken={token}",
    putPath: "",
    bearer: false,
    octetStream: false,
    aligned: false,
    anyOrder: true,
    rangeStatus: 202,
    keys: "camel",
    listed: "closed",
    finalReply: "json",
    statusQuery: true,
    slidingExpiry: false,
    parallel: 4,
  },
};
