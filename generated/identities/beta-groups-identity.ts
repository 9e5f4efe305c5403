// Written by graphlet 0.1.0 from specs/identities/Microsoft.Graph.Beta.Groups.yaml. Do not edit.

/** Identifies what a cmdlet of Microsoft.Graph.Beta.Groups acts on: it takes from it what its path needs. */
export interface BetaGroupsIdentity {
  /** The unique identifier of attachment */
  attachmentId?: string;
  /** The unique identifier of contentType */
  contentTypeId?: string;
  /** The unique identifier of conversation */
  conversationId?: string;
  /** The unique identifier of conversationThread */
  conversationThreadId?: string;
  /** The unique identifier of directoryObject */
  directoryObjectId?: string;
  /** The unique identifier of documentSetVersion */
  documentSetVersionId?: string;
  /** The unique identifier of drive */
  driveId?: string;
  /** The unique identifier of driveItem */
  driveItemId?: string;
  /** The unique identifier of driveItemVersion */
  driveItemVersionId?: string;
  /** Usage: endDateTime='{endDateTime}' */
  endDateTime?: string;
  /** The unique identifier of event */
  eventId?: string;
  /** The unique identifier of extension */
  extensionId?: string;
  /** The unique identifier of group */
  groupId?: string;
  /** The unique identifier of groupLifecyclePolicy */
  groupLifecyclePolicyId?: string;
  /** The unique identifier of groupSetting */
  groupSettingId?: string;
  /** The unique identifier of groupSettingTemplate */
  groupSettingTemplateId?: string;
  /** Usage: includePersonalNotebooks={includePersonalNotebooks} */
  includePersonalNotebooks?: boolean;
  /** Usage: interval='{interval}' */
  interval?: string;
  /** The unique identifier of list */
  listId?: string;
  /** The unique identifier of listItem */
  listItemId?: string;
  /** The unique identifier of listItemVersion */
  listItemVersionId?: string;
  /** The unique identifier of notebook */
  notebookId?: string;
  /** The unique identifier of onenotePage */
  onenotePageId?: string;
  /** The unique identifier of onenoteSection */
  onenoteSectionId?: string;
  /** Usage: path='{path}' */
  path?: string;
  /** The unique identifier of permission */
  permissionId?: string;
  /** The unique identifier of post */
  postId?: string;
  /** The unique identifier of profilePhoto */
  profilePhotoId?: string;
  /** Usage: q='{q}' */
  q?: string;
  /** The unique identifier of resourceSpecificPermissionGrant */
  resourceSpecificPermissionGrantId?: string;
  /** The unique identifier of site */
  siteId?: string;
  /** Usage: startDateTime='{startDateTime}' */
  startDateTime?: string;
  /** The unique identifier of subscription */
  subscriptionId?: string;
  /** Usage: token='{token}' */
  token?: string;
  /** Usage: User='{User}' */
  user?: string;
}
