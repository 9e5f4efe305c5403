/** A cmdlet as generated code describes it: what binding, the shell and `uploadFile` need, and no more. */
export interface Cmdlet {
  /** `New-MgGroupConversationThreadPostAttachmentUploadSession` */
  name: string;
  apiVersion: string;
  method: string;
  /** path of the API with its placeholders, for people */
  path: string;
  /** first = default */
  parameterSets: readonly string[];
  parameters: readonly CmdletParameter[];
}

export interface CmdletParameter {
  /** as PowerShell spells it: `ConversationThreadId`; the TypeScript property is the same in camel case */
  name: string;
  /** PowerShell type, as messages show it */
  type: string;
  /** sets that have it; absent = all of them */
  sets?: readonly string[];
  mandatory?: boolean;
  /** takes pipeline input by value */
  pipeline?: boolean;
  aliases?: readonly string[];
  /** the path parameter it fills: `conversationThread-id` */
  path?: string;
  /** the body property it fills, wire name */
  body?: string;
}
