// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
export { createGraphAdapter } from "@graphlet/runtime/graph/adapter";
export { createGraphClient, GraphClient } from "./client.js";
export { clouds } from "./clouds.js";
export {
  newMgGroupConversationThreadPostAttachmentUploadSession,
  newMgGroupConversationThreadPostAttachmentUploadSessionTarget,
  type NewMgGroupConversationThreadPostAttachmentUploadSessionParameters,
  type NewMgGroupConversationThreadPostAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-group-conversation-thread-post-attachment-upload-session.js";
export {
  newMgUserEventAttachmentUploadSession,
  newMgUserEventAttachmentUploadSessionTarget,
  type NewMgUserEventAttachmentUploadSessionParameters,
  type NewMgUserEventAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-event-attachment-upload-session.js";
export {
  newMgUserMessageAttachmentUploadSession,
  newMgUserMessageAttachmentUploadSessionTarget,
  type NewMgUserMessageAttachmentUploadSessionParameters,
  type NewMgUserMessageAttachmentUploadSessionTargetParameters,
} from "./cmdlets/new-mg-user-message-attachment-upload-session.js";
