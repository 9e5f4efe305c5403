/** The one source of time of an emulator: session expiry, `Date` headers and every stamp it writes read it. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** `2019-09-25T01:09:30.7670000Z`: Exchange writes seven fractional digits. */
export function toExchangeTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "0000Z");
}

/** `2019-09-25T01:09:30Z`, as `lastModifiedDateTime` of an attachment is written. */
export function toSecondsTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
