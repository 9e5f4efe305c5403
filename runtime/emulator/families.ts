import { oneDriveBusiness, oneDrivePersonal } from "./drive-family.js";
import type { FamilyName, UploadFamily } from "./family.js";
import { outlook } from "./outlook.js";
import { print } from "./print.js";
import { todo } from "./todo.js";

/** All upload services of Graph. */
export const families: Readonly<Record<FamilyName, UploadFamily>> = {
  outlook,
  todo,
  "onedrive-business": oneDriveBusiness,
  "onedrive-personal": oneDrivePersonal,
  print,
};
