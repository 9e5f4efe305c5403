export type Unit = "kB" | "MB";

/** The unit in which a number of bytes reads well. */
export function unitFor(bytes: number): Unit {
  return bytes < 1e5 ? "kB" : "MB";
}

/** In units of 10^3 or 10^6 bytes: `1.3`. */
export function count(bytes: number, unit: Unit): string {
  return (bytes / (unit === "kB" ? 1e3 : 1e6)).toFixed(1);
}

/** `150.0 MB` */
export function showSize(bytes: number): string {
  const unit = unitFor(bytes);
  return `${count(bytes, unit)} ${unit}`;
}

/** `61.2 of 150.0 MB` */
export function showShare(bytes: number, size: number): string {
  return `${count(bytes, unitFor(size))} of ${showSize(size)}`;
}

/** `4 s`, `3 min 20 s` */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const agesInSeconds = [
  [86_400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** How long ago, in the largest unit that counts: `5 min`. Both times in milliseconds since 1970. */
export function showAge(time: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - time) / 1000));
  const [size, unit] = agesInSeconds.find(([each]) => seconds >= each) ?? [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Time of day where the user is, with the date unless it is today: `10:12`, `2026-11-21 10:12`. */
export function showTime(time: number, now: number): string {
  const [date, then] = [new Date(time), new Date(now)];
  const ofDay = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (date.toDateString() === then.toDateString()) return ofDay;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${ofDay}`;
}
