import { toSecondsTime } from "../clock.js";
import { defaultDomain, toRecipient } from "./entity-values.js";
import { beginEntity } from "./entity-life.js";
import { type EntitySet, type EntityStore, toStableId } from "./entity-store.js";

/** How many of each there are; of items, in each mailbox. */
export interface Sample {
  readonly messages?: number;
  readonly events?: number;
  readonly contacts?: number;
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
  fixtures[set.path.slice(set.path.lastIndexOf("/") + 1)]?.(set, store);
  const { name, key } = set.type;
  const samples: Readonly<Record<string, readonly [number | undefined, MakeSample]>> = {
    message: [sample.messages, toMessage],
    event: [sample.events, toEvent],
    contact: [sample.contacts, toContact],
    user: [sample.users, toUser],
    group: [sample.groups, toGroup],
  };
  const [count = 0, make] = samples[name] ?? [];
  if (make === undefined) return;
  for (let index = 0; index < count; index += 1) {
    const values = make(index, set, store);
    const chosen = key === undefined ? undefined : values[key];
    const id = typeof chosen === "string" ? store.toId(set, chosen) : toStableId(set, String(index));
    const entity = store.add(set, id);
    store.write(entity, beginEntity(entity, values, store));
  }
}

type MakeSample = (index: number, set: EntitySet, store: EntityStore) => Record<string, unknown>;

/** What is there in any case, by the name of the set. */
const fixtures: Readonly<Record<string, (set: EntitySet, store: EntityStore) => void>> = {
  mailFolders: seedFolders,
  users: (users, store) => {
    const { id } = store.add(users, store.toId(users, "me"));
    users.names.set(`me@${defaultDomain}`, id);
  },
  calendars: (calendars, store) =>
    addDefault(calendars, store, {
      name: "Calendar",
      isDefaultCalendar: true,
      isRemovable: false,
      owner: toRecipient(calendars.owner).emailAddress,
    }),
  calendar: (calendar, store) => store.add(calendar, "calendar", { name: "Calendar", isDefaultCalendar: true }),
  lists: (lists, store) => addDefault(lists, store, { displayName: "Tasks", wellknownListName: "defaultList" }),
};

function addDefault(set: EntitySet, store: EntityStore, values: Record<string, unknown>): void {
  const { id } = store.add(set, toStableId(set, "default"), values);
  set.names.set("default", id);
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
  return {
    subject: `${pick(subjects, index)} (${index + 1})`,
    body: {
      contentType: index % 2 === 0 ? "text" : "html",
      content: index % 2 === 0 ? `Text ${index + 1}.` : `<p>Text <b>${index + 1}</b>.</p>`,
    },
    from,
    sender: from,
    toRecipients: [toRecipient(owner)],
    isDraft: false,
    isRead: index % 3 !== 0,
    importance: index % 10 === 0 ? "high" : "normal",
    receivedDateTime: received,
    sentDateTime: received,
    parentFolderId: store.entity(store.set(owner, "mailFolders"), "inbox").id,
  };
}

/** One a day, an hour long. */
function toEvent(index: number): Record<string, unknown> {
  const toTime = (hours: number): object => ({
    dateTime: new Date(newest + index * 86_400_000 + hours * 3_600_000).toISOString().replace("Z", "0000"),
    timeZone: "UTC",
  });
  return { subject: `${pick(subjects, index)} (${index + 1})`, start: toTime(0), end: toTime(1) };
}

function toContact(index: number): Record<string, unknown> {
  const { displayName, givenName, surname, mail } = toUser(index);
  return { displayName, givenName, surname, emailAddresses: [{ name: displayName, address: mail }] };
}

/** When the newest sample message came. */
const newest = Date.parse("2026-01-30T16:00:00Z");

function toAddress({ displayName, mail }: Record<string, unknown>): object {
  return { emailAddress: { name: displayName, address: mail } };
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}
