// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import type { CommandIndex } from "@graphlet/runtime/shell";

/** All commands by the name of their cmdlet. */
export const commands: CommandIndex = {
  "New-MgBetaDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaGroupConversationThreadPostAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-group-conversation-thread-post-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgBetaGroupConversationThreadPostInReplyToAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-group-conversation-thread-post-in-reply-to-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgBetaGroupDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-group-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaGroupDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-group-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaGroupThreadPostAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-beta-group-thread-post-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-group-thread-post-in-reply-to-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgBetaPrintPrinterJobDocumentUploadSession": {
    summary: "Open an upload session for the document of a print job.",
    load: () => import("./new-mg-beta-print-printer-job-document-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaPrintShareJobDocumentUploadSession": {
    summary: "Open an upload session for the document of a print job.",
    load: () => import("./new-mg-beta-print-share-job-document-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-user-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-beta-user-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserEventAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-beta-user-event-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserEventInstanceAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-user-event-instance-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserMailFolderChildFolderMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-user-mail-folder-child-folder-message-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgBetaUserMailFolderMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-beta-user-mail-folder-message-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-beta-user-message-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgBetaUserTodoListTaskAttachmentUploadSession": {
    summary: "Open an upload session for a file to be attached to a task of Microsoft To Do.",
    load: () =>
      import("./new-mg-beta-user-todo-list-task-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgGroupConversationThreadPostAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-group-conversation-thread-post-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgGroupConversationThreadPostInReplyToAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-group-conversation-thread-post-in-reply-to-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgGroupDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-group-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgGroupDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-group-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgGroupThreadPostAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-group-thread-post-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgGroupThreadPostInReplyToAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-group-thread-post-in-reply-to-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgPrintPrinterJobDocumentUploadSession": {
    summary: "Open an upload session for the document of a print job.",
    load: () => import("./new-mg-print-printer-job-document-upload-session.js").then((module) => module.command),
  },
  "New-MgPrintShareJobDocumentUploadSession": {
    summary: "Open an upload session for the document of a print job.",
    load: () => import("./new-mg-print-share-job-document-upload-session.js").then((module) => module.command),
  },
  "New-MgUserDriveItemUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-user-drive-item-upload-session.js").then((module) => module.command),
  },
  "New-MgUserDriveRootUploadSession": {
    summary: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    load: () => import("./new-mg-user-drive-root-upload-session.js").then((module) => module.command),
  },
  "New-MgUserEventAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-user-event-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserEventInstanceAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-user-event-instance-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserMailFolderChildFolderMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-user-mail-folder-child-folder-message-attachment-upload-session.js").then(
        (module) => module.command,
      ),
  },
  "New-MgUserMailFolderMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () =>
      import("./new-mg-user-mail-folder-message-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserMessageAttachmentUploadSession": {
    summary:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    load: () => import("./new-mg-user-message-attachment-upload-session.js").then((module) => module.command),
  },
  "New-MgUserTodoListTaskAttachmentUploadSession": {
    summary: "Open an upload session for a file to be attached to a task of Microsoft To Do.",
    load: () => import("./new-mg-user-todo-list-task-attachment-upload-session.js").then((module) => module.command),
  },
};
