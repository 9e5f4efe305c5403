import { AttachmentDestination } from "./attachment-destination.js";
import type { Destination, Site } from "./destination.js";
import { locateOnDrive } from "./drive-destination.js";
import { describeFile, type FileDescription } from "./file-description.js";
import { PrintDestination } from "./print-destination.js";
import type { TargetDialect } from "./target-dialects.js";

/** The destination of a file, by the dialect of its target. @throws GraphError UploadError `invalidOption` */
export async function destinationOf(
  target: TargetDialect,
  site: Site,
  description: FileDescription,
  signal: AbortSignal | undefined,
): Promise<Destination> {
  switch (target) {
    case "outlook":
    case "todo":
      return new AttachmentDestination(target, site, describeFile(target, site.source, description));
    case "drive":
      return locateOnDrive(site, description, signal);
    case "print":
      return new PrintDestination(site, describeFile(target, site.source, description));
  }
}
