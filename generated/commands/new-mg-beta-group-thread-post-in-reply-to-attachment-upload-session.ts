// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCmdlet,
  newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTarget,
  toNewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-group-thread-post-in-reply-to-attachment-upload-session.js";
import { createAttachmentItemFromDiscriminatorValue } from "../models/attachment-item.js";
import {
  createCreateUploadSessionPostRequestBodyFromDiscriminatorValue,
  postRequires,
} from "../request-builders/beta/groups/item/threads/item/posts/item/in-reply-to/attachments/create-upload-session.js";
import { attachmentItemShape } from "../shapes/attachment-item.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    AttachmentItem: { type: "object", shape: () => attachmentItemShape },
  },
};

/** What the shell needs of New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionRequestInformation,
  requires: [postRequires],
  upload: newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTarget,
  models: {
    AttachmentItem: {
      shape: { type: "object", shape: () => attachmentItemShape },
      read: (node) => node.getObjectValue(createAttachmentItemFromDiscriminatorValue),
    },
    BodyParameter: {
      shape: { type: "object", shape: () => createUploadSessionPostRequestBodyShape },
      read: (node) => node.getObjectValue(createCreateUploadSessionPostRequestBodyFromDiscriminatorValue),
    },
  },
  identity: [
    "attachmentId",
    "contentTypeId",
    "conversationId",
    "conversationThreadId",
    "directoryObjectId",
    "documentSetVersionId",
    "driveId",
    "driveItemId",
    "driveItemVersionId",
    "endDateTime",
    "eventId",
    "extensionId",
    "groupId",
    "groupLifecyclePolicyId",
    "groupSettingId",
    "groupSettingTemplateId",
    "includePersonalNotebooks",
    "interval",
    "listId",
    "listItemId",
    "listItemVersionId",
    "notebookId",
    "onenotePageId",
    "onenoteSectionId",
    "path",
    "permissionId",
    "postId",
    "profilePhotoId",
    "q",
    "resourceSpecificPermissionGrantId",
    "siteId",
    "startDateTime",
    "subscriptionId",
    "token",
    "user",
  ],
  help: {
    synopsis:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    description:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item. The item can be a message or event. Use this approach to attach a file if the file size is between 3 MB and 150 MB. To attach a file that's smaller than 3 MB, do a POST operation on the attachments navigation property of the Outlook item; see how to do this for a message or for an event. As part of the response, this action returns an upload URL that you can use in subsequent sequential PUT queries. Request headers for each PUT operation let you specify the exact range of bytes to be uploaded. This allows transfer to be resumed, in case the network connection is dropped during upload. The following are the steps to attach a file to an Outlook item using an upload session: See attach large files to Outlook messages or events for an example.",
    syntax: [
      "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession -ConversationThreadId <String> -GroupId <String>\n -PostId <String> [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>]\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession -ConversationThreadId <String> -GroupId <String>\n -PostId <String>\n -BodyParameter <IPathsC777YoGroupsGroupIdThreadsConversationthreadIdPostsPostIdInreplytoAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession -InputObject <IGroupsIdentity>\n [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>] [-WhatIf] [-Confirm]\n [<CommonParameters>]",
      "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession -InputObject <IGroupsIdentity>\n -BodyParameter <IPathsC777YoGroupsGroupIdThreadsConversationthreadIdPostsPostIdInreplytoAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      ConversationThreadId: "The unique identifier of conversationThread",
      GroupId: "The unique identifier of group",
      InputObject: "Identity Parameter",
      PostId: "The unique identifier of post",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession \\\n  --group-id "$groupId" \\\n  --conversation-thread-id "$conversationThreadId" \\\n  --post-id "$postId" \\\n  --in-file report.pdf',
      },
      {
        title: "Create an upload session to add a large attachment to the post that a post of a thread answers",
        shell:
          'mg New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession \\\n  --group-id "$groupId" \\\n  --conversation-thread-id "$conversationThreadId" \\\n  --post-id "$postId" \\\n  --body-parameter \'{"AttachmentItem":{"AttachmentType":"file","Name":"flower","Size":3483322}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.groups/new-mgbetagroupthreadpostinreplytoattachmentuploadsession",
  },
};
