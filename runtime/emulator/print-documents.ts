import { toSecondsTime } from "./clock.js";
import type { Content } from "./content.js";
import type { Handler } from "./exchange.js";
import type { Place } from "./family.js";
import type { RouteMatch } from "./routes.js";

/** A document of a print job. */
export interface PrintDocument extends Place {
  id: string;
  documentName: string;
  contentType: string;
  /** undefined until it is uploaded */
  content: Content | undefined;
  /** milliseconds since 1970 */
  uploaded: number | undefined;
}

/** The documents of all printers. They come into being when they are first asked for. */
export class PrintDocuments {
  readonly #documents = new Map<string, PrintDocument>();

  locate({ ids }: RouteMatch): PrintDocument {
    const { owner, printer, job, document: id = "" } = ids;
    const key = `print/${owner}/${printer}/jobs/${job}/documents/${id}`;
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const document: PrintDocument = {
      key,
      busy: false,
      id,
      documentName: "",
      contentType: "application/octet-stream",
      content: undefined,
      uploaded: undefined,
    };
    this.#documents.set(key, document);
    return document;
  }

  clear(): void {
    this.#documents.clear();
  }
}

export const getPrintDocument: Handler = ({ route }, { documents, origin }) => {
  const { id, documentName, contentType, content, uploaded } = documents.locate(route);
  return {
    status: 200,
    json: {
      "@odata.context": `${origin}/v1.0/$metadata#printDocument`,
      id,
      displayName: documentName,
      contentType,
      size: content?.length ?? 0,
      uploadedDateTime: uploaded === undefined ? null : toSecondsTime(uploaded),
    },
  };
};
