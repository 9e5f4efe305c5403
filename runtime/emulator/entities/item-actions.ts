import { toSecondsTime } from "../clock.js";
import { ServiceError } from "../errors.js";
import type { Reply } from "../reply.js";
import { toBase } from "./entities.js";
import { ownerOf } from "./entity-life.js";
import type { Entity } from "./entity-store.js";
import { readValues } from "./entity-values.js";
import { createEntity } from "./entity-writes.js";
import { listWithin } from "./event-window.js";
import { sendMessage } from "./mail-actions.js";
import type { Call, Operation } from "./operation.js";
import type { ParameterTypes } from "./operation-parameters.js";
import { readSpan } from "./query.js";

/** What can be done with events and with posts of groups, by type and name. */
export const itemActions: Readonly<Record<string, Operation>> = {
  "event.accept": respond("accepted"),
  "event.tentativelyAccept": respond("tentativelyAccepted"),
  "event.decline": respond("declined"),
  "event.cancel": {
    parameters: { comment: "String" },
    run: ({ entity, workshop: { store } }) => {
      store.remove(entity);
      return { status: 202 };
    },
  },
  "event.dismissReminder": change({}, () => ({ isReminderOn: false }), 200),
  "event.snoozeReminder": change(
    { newReminderTime: "dateTimeTimeZone!" },
    ({ newReminderTime }) => ({ isReminderOn: true, "#reminder": newReminderTime }),
    200,
  ),
  "user.reminderView": { parameters: {}, run: viewReminders },
  "event.forward": {
    parameters: { comment: "String", toRecipients: "recipient[]!" },
    run: (call) => forward(call, String(call.entity.values["subject"] ?? "")),
  },
  "conversationThread.reply": { parameters: { post: "Object!" }, run: (call) => reply(call.entity, call) },
  "post.reply": {
    parameters: { post: "Object!" },
    run: (call) => reply(call.entity.parent ?? call.entity, call),
  },
  "post.forward": {
    parameters: { comment: "String", toRecipients: "recipient[]!" },
    run: (call) => forward(call, String(call.entity.parent?.values["topic"] ?? "")),
  },
};

/** The reminders of a user's events within a span of time. */
function viewReminders({ entity: user, parameters, workshop, exchange, service }: Call): Reply {
  const [name, navigation] = ["calendarView", user.type.navigations["calendarView"]] as const;
  if (navigation === undefined) throw new ServiceError("itemNotFound");
  const given = Object.entries(parameters).map(([option, value]): [string, string] => [
    option.toLowerCase(),
    String(value),
  ]);
  const events = listWithin(workshop.store.enter(user, { name, navigation }), readSpan(new Map(given)), workshop.store);
  const values = events.map((event) => readValues(event, workshop)).filter(({ isReminderOn }) => isReminderOn === true);
  const value = values.map(({ id, changeKey, subject, start, end, location, webLink }) => ({
    eventId: id,
    changeKey,
    eventStartTime: start,
    eventEndTime: end,
    eventSubject: subject,
    eventLocation: location,
    eventWebLink: webLink,
  }));
  const context = `${toBase(exchange, service)}/$metadata#Collection(microsoft.graph.reminder)`;
  return { status: 200, json: { "@odata.context": context, value } };
}

function respond(response: string): Operation {
  const parameters = { comment: "String", sendResponse: "Boolean", proposedNewTime: "timeSlot" };
  return change(parameters, (_, time) => ({ responseStatus: { response, time } }), 202);
}

type Values = Readonly<Record<string, unknown>>;

/** An action that only changes the entity. @param toValues of its parameters and the time */
function change(
  parameters: ParameterTypes,
  toValues: (given: Values, time: string) => Values,
  status: number,
): Operation {
  return {
    parameters,
    run: ({ entity, parameters: given, workshop: { store } }) => {
      store.write(entity, toValues(given, toSecondsTime(store.clock.now())));
      return { status };
    },
  };
}

/** A post more in a thread; one that answers another is tied to it. */
function reply(thread: Entity, call: Call): Reply {
  const { store } = call.workshop;
  const [name, navigation] = ["posts", thread.type.navigations["posts"]] as const;
  if (navigation === undefined) throw new ServiceError("itemNotFound");
  const post = createEntity(
    store.enter(thread, { name, navigation }),
    toObject(call.parameters["post"]),
    call.workshop,
  );
  if (call.entity !== thread) store.tie(post, "inReplyTo", call.entity);
  return { status: 202 };
}

/** A message of the caller's about the item. */
function forward(call: Call, subject: string): Reply {
  const { entity, parameters, workshop } = call;
  const owner = ownerOf(entity);
  const { store } = workshop;
  const sender = owner.type.name === "user" ? owner : store.entity(store.set(store.root, "users"), "me");
  const { content = "" } = toObject(entity.values["body"]);
  sendMessage(
    sender,
    {
      subject: `FW: ${subject}`,
      body: { contentType: "text", content: [parameters["comment"] ?? "", content].join("\n\n") },
      toRecipients: parameters["toRecipients"],
    },
    workshop,
  );
  return { status: 202 };
}

function toObject(value: unknown): Record<string, unknown> {
  return Object(value) as Record<string, unknown>;
}
