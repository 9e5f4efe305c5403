/**
 * The name specs give a schema of a document, such that the name of its .NET type follows from it:
 * `microsoft.graph.attachmentItem` -> `attachmentItem`, `microsoft.graph.callRecords.callRecord` -> `callRecordsCallRecord`,
 * `microsoft.graph.linkedResource_v2` -> `linkedResourceV2`, `ReferenceCreate` -> `referenceCreate`.
 */
export function specSchemaName(documentName: string): string {
  const [first = "", ...rest] = documentName.replace(/^microsoft\.graph\./, "").split(/[._-]+/);
  // of an acronym in front all letters: `ODataError` -> `oDataError`, `URLList` -> `urlList`
  const start = first.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+/, (capitals) => capitals.toLowerCase());
  return start + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
}
