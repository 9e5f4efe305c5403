import { ServiceError } from "../errors.js";
import type { Entity, EntityStore, Place } from "./entity-store.js";
import { type Span, parseTime } from "./query.js";

/** Whether a path shows events of a span of time only. */
export function isWindow({ step: { navigation } }: Place): boolean {
  return navigation.kind === "view" && navigation.window === true;
}

/**
 * Entities a path shows; of a calendar view, those within a time.
 * @throws ServiceError timeWindowMissing
 */
export function listWithin(place: Place, span: Span | undefined, store: EntityStore): readonly Entity[] {
  const shown = store.listPlace(place);
  if (!isWindow(place)) return shown;
  if (span === undefined) throw new ServiceError("timeWindowMissing");
  return shown.filter(({ values: { start, end } }) => toTime(start) < span.until && toTime(end) > span.from);
}

/** Of a dateTimeTimeZone. */
function toTime(value: unknown): number {
  const { dateTime } = Object(value) as Record<string, unknown>;
  return parseTime(String(dateTime));
}
