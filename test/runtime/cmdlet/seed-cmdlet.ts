import type { Cmdlet } from "../../../runtime/cmdlet/index.js";

const expanded = ["CreateExpanded", "CreateViaIdentityExpanded"];
const byName = ["CreateExpanded", "Create"];
const id = { type: "String", sets: byName, mandatory: true };

/** The cmdlet the project started from, as generated code describes it. */
export const seedCmdlet: Cmdlet = {
  name: "New-MgGroupConversationThreadPostAttachmentUploadSession",
  apiVersion: "v1.0",
  operations: [
    {
      method: "POST",
      path: "/groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/microsoft.graph.createUploadSession",
    },
  ],
  parameterSets: ["CreateExpanded", "Create", "CreateViaIdentityExpanded", "CreateViaIdentity"],
  parameters: [
    { name: "AdditionalProperties", type: "Hashtable", sets: expanded, role: "additionalProperties" },
    { name: "AttachmentItem", type: "IMicrosoftGraphAttachmentItem", sets: expanded, body: "AttachmentItem" },
    {
      name: "BodyParameter",
      type: "IBody",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "ConversationId", path: "conversation-id", ...id },
    { name: "ConversationThreadId", path: "conversationThread-id", ...id },
    { name: "GroupId", path: "group-id", ...id },
    {
      name: "InputObject",
      type: "IGroupsIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    { name: "PostId", path: "post-id", ...id },
  ],
};

export const idNames = ["ConversationId", "ConversationThreadId", "GroupId", "PostId"];
