import { businessDrive, personalDrive } from "./drive-service.js";
import type { FamilyName, UploadFamily } from "./family.js";
import { outlook } from "./outlook.js";
import { print } from "./print.js";
import { todo } from "./todo.js";

/** All upload services of Graph. */
export const families: Readonly<Record<FamilyName, UploadFamily>> = {
  outlook,
  todo,
  "onedrive-business": businessDrive.family,
  "onedrive-personal": personalDrive.family,
  print,
};
