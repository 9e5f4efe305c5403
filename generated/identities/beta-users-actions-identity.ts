// Written by graphlet 0.1.0 from specs/identities/Microsoft.Graph.Beta.Users.Actions.yaml. Do not edit.

/** Identifies what a cmdlet of Microsoft.Graph.Beta.Users.Actions acts on: it takes from it what its path needs. */
export interface BetaUsersActionsIdentity {
  /** The unique identifier of authenticationMethod */
  authenticationMethodId?: string;
  /** The unique identifier of calendar */
  calendarId?: string;
  /** The unique identifier of chat */
  chatId?: string;
  /** The unique identifier of chatMessage */
  chatMessageId?: string;
  /** The unique identifier of chatMessage */
  chatMessageId1?: string;
  /** The unique identifier of contentType */
  contentTypeId?: string;
  /** The unique identifier of deviceLogCollectionResponse */
  deviceLogCollectionResponseId?: string;
  /** The unique identifier of documentSetVersion */
  documentSetVersionId?: string;
  /** The unique identifier of drive */
  driveId?: string;
  /** The unique identifier of driveItem */
  driveItemId?: string;
  /** The unique identifier of driveItemVersion */
  driveItemVersionId?: string;
  /** The unique identifier of event */
  eventId?: string;
  /** The unique identifier of event */
  eventId1?: string;
  /** The unique identifier of listItem */
  listItemId?: string;
  /** The unique identifier of listItemVersion */
  listItemVersionId?: string;
  /** The unique identifier of mailFolder */
  mailFolderId?: string;
  /** The unique identifier of mailFolder */
  mailFolderId1?: string;
  /** The unique identifier of managedDevice */
  managedDeviceId?: string;
  /** The unique identifier of message */
  messageId?: string;
  /** The unique identifier of notebook */
  notebookId?: string;
  /** The unique identifier of onenotePage */
  onenotePageId?: string;
  /** The unique identifier of onenoteSection */
  onenoteSectionId?: string;
  /** The unique identifier of permission */
  permissionId?: string;
  /** The unique identifier of phoneAuthenticationMethod */
  phoneAuthenticationMethodId?: string;
  /** The unique identifier of subscription */
  subscriptionId?: string;
  /** The unique identifier of teamsAppInstallation */
  teamsAppInstallationId?: string;
  /** The unique identifier of todoTask */
  todoTaskId?: string;
  /** The unique identifier of todoTaskList */
  todoTaskListId?: string;
  /** The unique identifier of user */
  userId?: string;
}
