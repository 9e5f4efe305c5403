import { expect, it } from "vitest";
import { itemIdFromLocation } from "../../../runtime/upload/item-id.js";
import { reply } from "./reply.js";

const base = "https://outlook.office.com/api/v2.0/Users('a@b')/Messages('AAMk=')";

it.each<[string | undefined, string | undefined]>([
  [`${base}/Attachments('AAMkADI5BEgAQANAqbAe7qaROhYdTnUQwXm0=')`, "AAMkADI5BEgAQANAqbAe7qaROhYdTnUQwXm0="],
  [`${base}/attachments('AAMk%3D')`, "AAMk="],
  [`${base}/ATTACHMENTS('AAMk=')/`, "AAMk="],
  [`${base}/Attachments('AAMk=')?x=1`, "AAMk="],
  [`${base}/Attachments(%27AAMk%3D%27)`, "AAMk="],
  [`${base}/Attachments%28%27AAMk%3D%27%29`, "AAMk="],
  [`${base}/Attachments/AAMkADI5=`, "AAMkADI5="],
  [`${base}/Attachments/AAMk%2FADI5%3D?x=1`, "AAMk/ADI5="],
  ["/api/v2.0/me/Attachments('relative')", "relative"],
  [`${base}/Attachments('%E0%A4%A')`, "%E0%A4%A"],
  [`${base}/AttachmentSessions('AAMk=')`, undefined],
  [`${base}/Attachments`, undefined],
  [`${base}/Attachments/`, undefined],
  [`${base}/Attachments('')`, undefined],
  ["", undefined],
  [undefined, undefined],
])("of %s is %s", (location, want) => {
  expect(itemIdFromLocation(reply(201, "", location === undefined ? {} : { location }))).toBe(want);
});
