import { ServiceError } from "../errors.js";
import type { Entity, Place } from "./entity-store.js";
import type { World } from "./entity-values.js";
import { findName } from "./schema.js";

/**
 * Entities a path shows; of a calendar view, those within the time the request names.
 * @throws ServiceError timeWindowMissing
 */
export function withinWindow(place: Place, query: URLSearchParams, { store }: World): readonly Entity[] {
  const shown = store.listPlace(place);
  const { navigation } = place.step;
  if (navigation.kind !== "view" || navigation.window !== true) return shown;
  const [from, until] = ["startDateTime", "endDateTime"].map((name) => readTime(query, name));
  if (from === undefined || until === undefined) throw new ServiceError("timeWindowMissing");
  return shown.filter(({ values: { start, end } }) => toTime(start) < until && toTime(end) > from);
}

/** @returns milliseconds since 1970 of a query option */
function readTime(query: URLSearchParams, option: string): number | undefined {
  const given = Object.fromEntries(query);
  const name = findName(given, option);
  const time = toUtc(name === undefined ? "" : (given[name] ?? ""));
  return Number.isNaN(time) ? undefined : time;
}

/** Of a dateTimeTimeZone; the emulator knows no zone but UTC. */
function toTime(value: unknown): number {
  const { dateTime } = Object(value) as Record<string, unknown>;
  return toUtc(String(dateTime));
}

function toUtc(text: string): number {
  return Date.parse(
    /(Z|[+-]\d\d:\d\d)$/i.test(text) || !text.includes("T") ? text : `${text.replace(/(\.\d{3})\d+$/, "$1")}Z`,
  );
}
