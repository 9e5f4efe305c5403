import { toSecondsTime } from "../clock.js";
import { defaultDomain, toUserNames } from "./entity-values.js";
import { beginEntity } from "./entity-life.js";
import { type EntitySet, type EntityStore, toStableId } from "./entity-store.js";

/** How many of each there are; of items, in each mailbox. */
export interface Sample {
  readonly messages?: number;
  readonly users?: number;
  readonly groups?: number;
}

/** Folders every mailbox has, by the names Graph knows them by (docs `resources/mailfolder.md`). */
const folders: readonly (readonly [string, string])[] = [
  ["archive", "Archive"],
  ["conversationhistory", "Conversation History"],
  ["deleteditems", "Deleted Items"],
  ["drafts", "Drafts"],
  ["inbox", "Inbox"],
  ["junkemail", "Junk Email"],
  ["outbox", "Outbox"],
  ["sentitems", "Sent Items"],
];

/** Puts into a set what it has from the beginning. */
export function seedSet(set: EntitySet, store: EntityStore, sample: Sample): void {
  const { name } = set.type;
  if (name === "mailFolder") seedFolders(set, store);
  if (name === "user") store.add(set, store.toId(set, "me"));
  if (name === "user") set.names.set(`me@${defaultDomain}`, store.toId(set, "me"));
  const samples: Readonly<Record<string, [number | undefined, (index: number) => Record<string, unknown>]>> = {
    message: [sample.messages, (index) => toMessage(index, set, store)],
    user: [sample.users, toUser],
    group: [sample.groups, toGroup],
  };
  const [count = 0, make] = samples[name] ?? [];
  if (make === undefined) return;
  for (let index = 0; index < count; index += 1) {
    const values = make(index);
    const key = set.type.key === undefined ? undefined : values[set.type.key];
    const id = typeof key === "string" ? store.toId(set, key) : toStableId(set, String(index));
    const entity = store.add(set, id);
    store.write(entity, beginEntity(entity, values, store));
  }
}

function seedFolders(set: EntitySet, store: EntityStore): void {
  const root = toStableId(set, "msgfolderroot");
  set.names.set("msgfolderroot", root);
  store.add(set, root, { displayName: "Top of Information Store" });
  for (const [name, displayName] of folders) {
    const id = toStableId(set, name);
    set.names.set(name, id);
    store.add(set, id, { displayName, parentFolderId: root });
  }
}

const givenNames = ["Adele", "Bianca", "Carlos", "Dana", "Emil", "Farida", "Goro", "Hanna", "Ivo", "Jun"];
const surnames = ["Abel", "Brandt", "Castro", "Dogan", "Eriksen"];
const subjects = [
  "Quarterly figures",
  "Lunch on Friday",
  "Invoice",
  "Travel plans",
  "Minutes of the meeting",
  "Release",
];

function toUser(index: number): Record<string, unknown> {
  const [givenName = "", surname = ""] = [
    pick(givenNames, index),
    pick(surnames, Math.floor(index / givenNames.length)),
  ];
  const mailNickname = `${givenName}${surname[0]}${index + 1}`;
  return {
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mailNickname,
    userPrincipalName: `${mailNickname}@${defaultDomain}`,
    mail: `${mailNickname}@${defaultDomain}`,
  };
}

function toGroup(index: number): Record<string, unknown> {
  return {
    displayName: `Group ${index + 1}`,
    mailNickname: `group${index + 1}`,
    mailEnabled: false,
    securityEnabled: true,
  };
}

/** The first is the newest; every third is unread. */
function toMessage(index: number, { owner }: EntitySet, store: EntityStore): Record<string, unknown> {
  const received = toSecondsTime(newest - index * 3_600_000);
  const from = toAddress(toUser(index));
  const to = String(owner.values["mail"] ?? toUserNames(owner)["mail"]);
  return {
    subject: `${pick(subjects, index)} (${index + 1})`,
    body: {
      contentType: index % 2 === 0 ? "text" : "html",
      content: index % 2 === 0 ? `Text ${index + 1}.` : `<p>Text <b>${index + 1}</b>.</p>`,
    },
    from,
    sender: from,
    toRecipients: [{ emailAddress: { name: to.replace(/@.*/, ""), address: to } }],
    isDraft: false,
    isRead: index % 3 !== 0,
    importance: index % 10 === 0 ? "high" : "normal",
    receivedDateTime: received,
    sentDateTime: received,
    parentFolderId: store.entity(store.set(owner, "mailFolders"), "inbox").id,
  };
}

/** When the newest sample message came. */
const newest = Date.parse("2026-01-30T16:00:00Z");

function toAddress({ displayName, mail }: Record<string, unknown>): object {
  return { emailAddress: { name: displayName, address: mail } };
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}
