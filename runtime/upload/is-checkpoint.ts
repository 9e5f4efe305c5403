import type { Checkpoint } from "./checkpoint.js";

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  dialect: isString,
  uploadUrl: isString,
  expires: (value) => value === undefined || isCount(value),
  size: isCount,
  fingerprint: isString,
  rangeSize: isCount,
  position: isCount,
  mayBeComplete: (value) => typeof value === "boolean",
  recreations: isCount,
  createdAt: isCount,
  updatedAt: isCount,
};

/** Whether a stored value is what this version writes: another version may have written it, or a person. */
export function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== "object" || value === null) return false;
  const found = value as Record<string, unknown>;
  if (!Object.entries(types).every(([name, fits]) => fits(found[name]))) return false;
  const { size, rangeSize, position } = value as Checkpoint;
  return [size, rangeSize, position].every(Number.isInteger) && rangeSize > 0 && position <= size;
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && value >= 0;
}
