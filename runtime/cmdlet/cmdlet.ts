/** A cmdlet as generated code describes it: what binding, the shell and `uploadFile` need, and no more. */
export interface Cmdlet {
  /** `New-MgGroupConversationThreadPostAttachmentUploadSession` */
  name: string;
  apiVersion: string;
  /** what it calls: each parameter set one of them */
  operations: readonly CmdletOperation[];
  /** first = default */
  parameterSets: readonly string[];
  /** each name once */
  parameters: readonly CmdletParameter[];
}

export interface CmdletOperation {
  method: string;
  /** path of the API with its placeholders, for people */
  path: string;
  /** sets that call it; absent = all of them */
  sets?: readonly string[];
  /** path parameter -> field of the identity that fills it, where it is not the same in camel case */
  fields?: Readonly<Record<string, string>>;
  /** the body it sends is the content of a file, of this media type */
  sends?: string;
  /** what it answers with: nothing, items page by page, the content of a file; absent = one JSON value */
  returns?: "nothing" | "collection" | "content";
}

export interface CmdletParameter extends ParameterTarget {
  /** as PowerShell spells it: `ConversationThreadId`; the TypeScript property is the same in camel case */
  name: string;
  /** PowerShell type, as messages show it */
  type: string;
  /** sets that have it; absent = all of them */
  sets?: readonly string[];
  /** in all sets that have it, but for `optionalIn` */
  mandatory?: boolean;
  optionalIn?: readonly string[];
  /** takes pipeline input by value */
  pipeline?: boolean;
  aliases?: readonly string[];
  /** sets in which its value goes somewhere else */
  elsewhere?: readonly ({ set: string } & ParameterTarget)[];
}

/** Where the value of a parameter goes: exactly one of these. */
export interface ParameterTarget {
  /** the path parameter it fills: `conversationThread-id` */
  path?: string;
  /** the query option: `$select` */
  query?: string;
  /** the header: `If-Match` */
  header?: string;
  /** the body property it fills, wire name */
  body?: string;
  /** with `body`: the property is binary; the shell takes the path of a file, functions its bytes */
  file?: boolean;
  role?: ParameterRole;
}

/**
 * What a parameter is for that fills no single place of the request: all path parameters, the whole body, its further
 * properties, or what happens beside the request. `inFile` and `outFile` are the shell's: functions take and return the
 * bytes.
 */
export type ParameterRole =
  | "identity"
  | "body"
  | "additionalProperties"
  | "inFile"
  | "outFile"
  | "passThru"
  | "all"
  | "pageSize"
  | "countVariable";
