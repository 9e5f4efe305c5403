import { expect, test } from "vitest";
import type { OneParameterSet } from "../../../runtime/cmdlet/index.js";

interface Ids {
  groupId: string;
  postId: string;
}
interface Expanded extends Ids {
  attachmentItem?: { name: string } | null;
}
interface Body extends Ids {
  bodyParameter: object;
}
interface ViaIdentity {
  inputObject: Partial<Ids>;
  bodyParameter: object;
}
interface ViaIdentityExpanded {
  inputObject: Partial<Ids>;
  attachmentItem?: { name: string } | null;
}
type Parameters = OneParameterSet<Expanded | Body | ViaIdentity | ViaIdentityExpanded>;

// checked by the compiler: every line below that must not compile says so
const ids = { groupId: "g", postId: "p" };
const legal: Parameters[] = [
  ids,
  { ...ids, attachmentItem: null },
  { ...ids, bodyParameter: {} },
  { inputObject: {} },
  { inputObject: {}, attachmentItem: { name: "a" } },
  { inputObject: {}, bodyParameter: {} },
];
const illegal: Parameters[] = [
  // @ts-expect-error nothing
  {},
  // @ts-expect-error a mandatory parameter is missing
  { groupId: "g" },
  // @ts-expect-error a mix of sets
  { ...ids, inputObject: {} },
  // @ts-expect-error a mix of sets
  { ...ids, attachmentItem: { name: "a" }, bodyParameter: {} },
  // @ts-expect-error a mix of sets
  { inputObject: {}, attachmentItem: null, bodyParameter: {} },
  // @ts-expect-error one id too many
  { inputObject: {}, groupId: "g" },
  // @ts-expect-error unknown
  { ...ids, grupId: "g" },
  // @ts-expect-error of the wrong type
  { ...ids, groupId: 5 },
];

/** A cmdlet function may pass its parameters on with a property more, as `uploadFile` does. */
export function withItem(parameters: OneParameterSet<Ids | Pick<ViaIdentity, "inputObject">>): Parameters {
  return { ...parameters, attachmentItem: { name: "a" } };
}

test("legal and illegal parameters are told apart by the compiler", () => {
  expect(legal).toHaveLength(6);
  expect(illegal).toHaveLength(8);
  expect(withItem({ inputObject: {} })).toEqual({ inputObject: {}, attachmentItem: { name: "a" } });
});
