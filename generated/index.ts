// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
export { createGraphAdapter } from "@graphlet/runtime/graph/adapter";
export { createGraphClient, GraphClient } from "./client.js";
export { clouds } from "./clouds.js";
export {
  newMgBetaDriveItemUploadSession,
  newMgBetaDriveItemUploadSessionTarget,
  type NewMgBetaDriveItemUploadSessionParameters,
  type NewMgBetaDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-drive-item-upload-session.js";
export {
  newMgBetaDriveRootUploadSession,
  newMgBetaDriveRootUploadSessionTarget,
  type NewMgBetaDriveRootUploadSessionParameters,
  type NewMgBetaDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-drive-root-upload-session.js";
export {
  newMgBetaGroupConversationThreadPostAttachmentUploadSession,
  newMgBetaGroupConversationThreadPostAttachmentUploadSessionTarget,
  type NewMgBetaGroupConversationThreadPostAttachmentUploadSessionParameters,
  type NewMgBetaGroupConversationThreadPostAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-conversation-thread-post-attachment-upload-session.js";
export {
  newMgBetaGroupConversationThreadPostInReplyToAttachmentUploadSession,
  newMgBetaGroupConversationThreadPostInReplyToAttachmentUploadSessionTarget,
  type NewMgBetaGroupConversationThreadPostInReplyToAttachmentUploadSessionParameters,
  type NewMgBetaGroupConversationThreadPostInReplyToAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-conversation-thread-post-in-reply-to-attachment-upload-session.js";
export {
  newMgBetaGroupDriveItemUploadSession,
  newMgBetaGroupDriveItemUploadSessionTarget,
  type NewMgBetaGroupDriveItemUploadSessionParameters,
  type NewMgBetaGroupDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-drive-item-upload-session.js";
export {
  newMgBetaGroupDriveRootUploadSession,
  newMgBetaGroupDriveRootUploadSessionTarget,
  type NewMgBetaGroupDriveRootUploadSessionParameters,
  type NewMgBetaGroupDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-drive-root-upload-session.js";
export {
  newMgBetaGroupThreadPostAttachmentUploadSession,
  newMgBetaGroupThreadPostAttachmentUploadSessionTarget,
  type NewMgBetaGroupThreadPostAttachmentUploadSessionParameters,
  type NewMgBetaGroupThreadPostAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-thread-post-attachment-upload-session.js";
export {
  newMgBetaGroupThreadPostInReplyToAttachmentUploadSession,
  newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTarget,
  type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionParameters,
  type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-group-thread-post-in-reply-to-attachment-upload-session.js";
export {
  newMgBetaPrintPrinterJobDocumentUploadSession,
  newMgBetaPrintPrinterJobDocumentUploadSessionTarget,
  type NewMgBetaPrintPrinterJobDocumentUploadSessionParameters,
  type NewMgBetaPrintPrinterJobDocumentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-print-printer-job-document-upload-session.js";
export {
  newMgBetaPrintShareJobDocumentUploadSession,
  newMgBetaPrintShareJobDocumentUploadSessionTarget,
  type NewMgBetaPrintShareJobDocumentUploadSessionParameters,
  type NewMgBetaPrintShareJobDocumentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-print-share-job-document-upload-session.js";
export {
  newMgBetaUserDriveItemUploadSession,
  newMgBetaUserDriveItemUploadSessionTarget,
  type NewMgBetaUserDriveItemUploadSessionParameters,
  type NewMgBetaUserDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-drive-item-upload-session.js";
export {
  newMgBetaUserDriveRootUploadSession,
  newMgBetaUserDriveRootUploadSessionTarget,
  type NewMgBetaUserDriveRootUploadSessionParameters,
  type NewMgBetaUserDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-drive-root-upload-session.js";
export {
  newMgBetaUserEventAttachmentUploadSession,
  newMgBetaUserEventAttachmentUploadSessionTarget,
  type NewMgBetaUserEventAttachmentUploadSessionParameters,
  type NewMgBetaUserEventAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-event-attachment-upload-session.js";
export {
  newMgBetaUserEventInstanceAttachmentUploadSession,
  newMgBetaUserEventInstanceAttachmentUploadSessionTarget,
  type NewMgBetaUserEventInstanceAttachmentUploadSessionParameters,
  type NewMgBetaUserEventInstanceAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-event-instance-attachment-upload-session.js";
export {
  newMgBetaUserMailFolderChildFolderMessageAttachmentUploadSession,
  newMgBetaUserMailFolderChildFolderMessageAttachmentUploadSessionTarget,
  type NewMgBetaUserMailFolderChildFolderMessageAttachmentUploadSessionParameters,
  type NewMgBetaUserMailFolderChildFolderMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-mail-folder-child-folder-message-attachment-upload-session.js";
export {
  newMgBetaUserMailFolderMessageAttachmentUploadSession,
  newMgBetaUserMailFolderMessageAttachmentUploadSessionTarget,
  type NewMgBetaUserMailFolderMessageAttachmentUploadSessionParameters,
  type NewMgBetaUserMailFolderMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-mail-folder-message-attachment-upload-session.js";
export {
  newMgBetaUserMessageAttachmentUploadSession,
  newMgBetaUserMessageAttachmentUploadSessionTarget,
  type NewMgBetaUserMessageAttachmentUploadSessionParameters,
  type NewMgBetaUserMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-message-attachment-upload-session.js";
export {
  newMgBetaUserTodoListTaskAttachmentUploadSession,
  newMgBetaUserTodoListTaskAttachmentUploadSessionTarget,
  type NewMgBetaUserTodoListTaskAttachmentUploadSessionParameters,
  type NewMgBetaUserTodoListTaskAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-beta-user-todo-list-task-attachment-upload-session.js";
export {
  newMgDriveItemUploadSession,
  newMgDriveItemUploadSessionTarget,
  type NewMgDriveItemUploadSessionParameters,
  type NewMgDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-drive-item-upload-session.js";
export {
  newMgDriveRootUploadSession,
  newMgDriveRootUploadSessionTarget,
  type NewMgDriveRootUploadSessionParameters,
  type NewMgDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-drive-root-upload-session.js";
export {
  newMgGroupConversationThreadPostAttachmentUploadSession,
  newMgGroupConversationThreadPostAttachmentUploadSessionTarget,
  type NewMgGroupConversationThreadPostAttachmentUploadSessionParameters,
  type NewMgGroupConversationThreadPostAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-conversation-thread-post-attachment-upload-session.js";
export {
  newMgGroupConversationThreadPostInReplyToAttachmentUploadSession,
  newMgGroupConversationThreadPostInReplyToAttachmentUploadSessionTarget,
  type NewMgGroupConversationThreadPostInReplyToAttachmentUploadSessionParameters,
  type NewMgGroupConversationThreadPostInReplyToAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-conversation-thread-post-in-reply-to-attachment-upload-session.js";
export {
  newMgGroupDriveItemUploadSession,
  newMgGroupDriveItemUploadSessionTarget,
  type NewMgGroupDriveItemUploadSessionParameters,
  type NewMgGroupDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-drive-item-upload-session.js";
export {
  newMgGroupDriveRootUploadSession,
  newMgGroupDriveRootUploadSessionTarget,
  type NewMgGroupDriveRootUploadSessionParameters,
  type NewMgGroupDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-drive-root-upload-session.js";
export {
  newMgGroupThreadPostAttachmentUploadSession,
  newMgGroupThreadPostAttachmentUploadSessionTarget,
  type NewMgGroupThreadPostAttachmentUploadSessionParameters,
  type NewMgGroupThreadPostAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-thread-post-attachment-upload-session.js";
export {
  newMgGroupThreadPostInReplyToAttachmentUploadSession,
  newMgGroupThreadPostInReplyToAttachmentUploadSessionTarget,
  type NewMgGroupThreadPostInReplyToAttachmentUploadSessionParameters,
  type NewMgGroupThreadPostInReplyToAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-thread-post-in-reply-to-attachment-upload-session.js";
export {
  newMgPrintPrinterJobDocumentUploadSession,
  newMgPrintPrinterJobDocumentUploadSessionTarget,
  type NewMgPrintPrinterJobDocumentUploadSessionParameters,
  type NewMgPrintPrinterJobDocumentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-print-printer-job-document-upload-session.js";
export {
  newMgPrintShareJobDocumentUploadSession,
  newMgPrintShareJobDocumentUploadSessionTarget,
  type NewMgPrintShareJobDocumentUploadSessionParameters,
  type NewMgPrintShareJobDocumentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-print-share-job-document-upload-session.js";
export {
  newMgUserDriveItemUploadSession,
  newMgUserDriveItemUploadSessionTarget,
  type NewMgUserDriveItemUploadSessionParameters,
  type NewMgUserDriveItemUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-drive-item-upload-session.js";
export {
  newMgUserDriveRootUploadSession,
  newMgUserDriveRootUploadSessionTarget,
  type NewMgUserDriveRootUploadSessionParameters,
  type NewMgUserDriveRootUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-drive-root-upload-session.js";
export {
  newMgUserEventAttachmentUploadSession,
  newMgUserEventAttachmentUploadSessionTarget,
  type NewMgUserEventAttachmentUploadSessionParameters,
  type NewMgUserEventAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-event-attachment-upload-session.js";
export {
  newMgUserEventInstanceAttachmentUploadSession,
  newMgUserEventInstanceAttachmentUploadSessionTarget,
  type NewMgUserEventInstanceAttachmentUploadSessionParameters,
  type NewMgUserEventInstanceAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-event-instance-attachment-upload-session.js";
export {
  newMgUserMailFolderChildFolderMessageAttachmentUploadSession,
  newMgUserMailFolderChildFolderMessageAttachmentUploadSessionTarget,
  type NewMgUserMailFolderChildFolderMessageAttachmentUploadSessionParameters,
  type NewMgUserMailFolderChildFolderMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-mail-folder-child-folder-message-attachment-upload-session.js";
export {
  newMgUserMailFolderMessageAttachmentUploadSession,
  newMgUserMailFolderMessageAttachmentUploadSessionTarget,
  type NewMgUserMailFolderMessageAttachmentUploadSessionParameters,
  type NewMgUserMailFolderMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-mail-folder-message-attachment-upload-session.js";
export {
  newMgUserMessageAttachmentUploadSession,
  newMgUserMessageAttachmentUploadSessionTarget,
  type NewMgUserMessageAttachmentUploadSessionParameters,
  type NewMgUserMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-message-attachment-upload-session.js";
export {
  newMgUserTodoListTaskAttachmentUploadSession,
  newMgUserTodoListTaskAttachmentUploadSessionTarget,
  type NewMgUserTodoListTaskAttachmentUploadSessionParameters,
  type NewMgUserTodoListTaskAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-todo-list-task-attachment-upload-session.js";
