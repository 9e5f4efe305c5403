// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import type { CommandIndex } from "@graphlet/runtime/shell";

/** All commands by the name of their cmdlet. */
export const commands: CommandIndex = {
  "New-MgGroupConversationThreadPostAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-group-conversation-thread-post-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserEventAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-user-event-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-user-message-attachment-upload-session.js").then((module) => module.command),
  },
};
