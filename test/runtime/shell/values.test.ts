import { describe, expect, it } from "vitest";
import type { ScalarName } from "../../../runtime/shell/command.js";
import { convertScalar } from "../../../runtime/shell/values.js";

describe("conversion", () => {
  it.each<[ScalarName, unknown, unknown]>([
    ["string", "x", "x"],
    ["string", 5, "5"],
    ["string", {}, undefined],
    ["boolean", "$TRUE", true],
    ["boolean", "0", false],
    ["boolean", false, false],
    ["boolean", "yes", undefined],
    ["int32", "2147483647", 2147483647],
    ["int32", "2147483648", undefined],
    ["int32", "-2147483648", -2147483648],
    ["int32", "-2147483649", undefined],
    ["int64", "+12", 12],
    ["int64", "1kb", 1024],
    ["int64", "2MB", 2097152],
    ["int64", "1gb", 1073741824],
    ["int64", "1tb", 1099511627776],
    ["int64", "1pb", 1125899906842624],
    ["int64", "0x1f", 31],
    ["int64", "9007199254740991", Number.MAX_SAFE_INTEGER],
    ["int64", "9007199254740992", undefined],
    ["int64", "1.5", undefined],
    ["int64", "", undefined],
    ["int64", true, undefined],
    ["double", "1.5e3", 1500],
    ["double", " ", undefined],
    ["float", "1.5", 1.5],
    ["decimal", "12.50", 12.5],
    ["double", "Infinity", undefined],
    ["uuid", "6F9619FF-8B86-D011-B42D-00C04FC964FF", "6F9619FF-8B86-D011-B42D-00C04FC964FF"],
    ["uuid", "6F9619FF8B86D011B42D00C04FC964FF", undefined],
    ["date-time", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"],
    ["date-time", "2026-11-22T10:00:00.1234567+01:00", "2026-11-22T10:00:00.1234567+01:00"],
    ["date-time", "2026-11-22T10:00Z", "2026-11-22T10:00Z"],
    ["date-time", "2026-13-22T10:00:00Z", undefined],
    ["date-time", "tomorrow", undefined],
  ])("%s of %j is %j", (type, value, want) => expect(convertScalar(value, type)?.value).toBe(want));

  it("a time without offset is local time, with a warning", () => {
    const converted = convertScalar("2026-11-22T10:00:00", "date-time");
    expect(converted?.value).toBe(new Date(2026, 10, 22, 10).toISOString());
    expect(converted?.warning).toContain("no time zone");
  });
});
