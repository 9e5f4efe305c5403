import type { Place } from "./model.js";

/** What is wrong with a spec, as data. Printing is `report/print`'s business. */
export interface Diagnostic {
  code: DiagnosticCode;
  place: Place;
  /** what is wrong, one line */
  message: string;
  /** what to do about it, one line; absent = the code's own advice */
  help?: string;
  /** further places, as for a collision */
  related?: { place: Place; message: string }[];
}

/** At most this many diagnostics are reported by one run. */
export const maxDiagnostics = 100;

/** Every code there is, with its meaning and the advice that always fits. `graphlet explain <code>` shows both. */
export const diagnosticCodes = {
  "folder/missing": { title: "the specs folder does not exist", help: "pass it with --specs DIR" },
  "folder/empty": { title: "the specs folder holds no spec", help: "specs are files that end in .yaml" },

  "file/kind": { title: "a spec is not a regular file", help: "specs are plain files; move this away or rename it" },
  "file/name": { title: "a file or folder name of unusual characters", help: "use letters, digits, dot, dash" },
  "file/symlink": { title: "a symbolic link stands among the specs", help: "copy the file into the specs folder" },
  "file/extension": { title: "a spec is named .yml", help: "rename it to .yaml" },
  "file/unreadable": { title: "a spec cannot be read", help: "check its permissions" },
  "file/changed": { title: "a spec changed while it was read", help: "run the command again" },
  "file/too-large": { title: "a spec is larger than 1 MiB", help: "describe one thing per file" },
  "file/encoding": { title: "a spec is not valid UTF-8", help: "save the file as UTF-8" },
  "file/line-ending": { title: "a carriage return stands alone", help: "end lines with LF or CR LF" },

  "text/control-char": { title: "a control character", help: "remove the character" },
  "text/bidi": { title: "a character that turns the direction of text", help: "remove the character" },
  "text/line-separator": { title: "a Unicode line separator in a name or value", help: "remove the character" },
  "text/line-break": { title: "a line break in a text of one line", help: "write it on one line, or fold it with >-" },
  "text/too-long": { title: "a text is longer than 16 KiB", help: "shorten it" },

  "yaml/syntax": {
    title: "the file is not YAML",
    help: "mind the indent; quote texts that hold a colon and a blank, or begin with a sign",
  },
  "yaml/depth": { title: "values are nested more than 64 deep", help: "flatten the file" },
  "yaml/alias": { title: "an anchor or alias", help: "write the value out" },
  "yaml/tag": { title: "a tag", help: "remove it; types follow from the spec format" },
  "yaml/directive": { title: "a YAML directive", help: "remove the line" },
  "yaml/multi-document": { title: "a second document in one file", help: "put it into a file of its own" },
  "yaml/merge": { title: "a merge key", help: "write the keys out, or use extends" },
  "yaml/key": { title: "a key that is not a short text", help: "keys are texts of at most 128 characters" },
  "yaml/duplicate-key": { title: "a key stands twice in one map", help: "remove one of the two" },
  "yaml/too-many-keys": { title: "a map has more than 2,000 keys", help: "split the file" },
  "yaml/too-many-nodes": { title: "a file has more than 20,000 values", help: "split the file" },

  "schema/root": { title: "the file is no spec", help: "begin it with service, identity, schema, cmdlet or overlay" },
  "schema/unknown-key": { title: "a key the spec format does not know", help: "remove it or correct its spelling" },
  "schema/missing-key": { title: "a required key is missing", help: "add it" },
  "schema/type": { title: "a value of the wrong type", help: "texts that look like something else need quotes" },
  "schema/too-many-values": { title: "a list is too long", help: "shorten it" },
  "schema/too-few-values": { title: "a list or map is empty", help: "leave the key out, or fill it" },
  "schema/conflict": { title: "two keys exclude each other", help: "keep one of them" },

  "name/empty": { title: "an empty name", help: "give it a name" },
  "name/too-long": { title: "a name is too long", help: "shorten it" },
  "name/unsafe": { title: "a name with characters that names may not have", help: "use letters and digits" },
  "name/non-ascii": { title: "a name with letters outside ASCII", help: "use the letters A to Z" },
  "name/reserved": { title: "a name that means something else already", help: "choose another name" },
  "name/reserved-flag": { title: "a parameter named like a flag every command has", help: "choose another name" },
  "name/cmdlet": { title: "not the name of a cmdlet", help: "write Verb-MgNoun, as New-MgUserMessage" },
  "name/verb": { title: "not an approved verb of PowerShell", help: "see Get-Verb" },
  "name/module": { title: "not the name of a module", help: "write it as Microsoft.Graph.Groups" },
  "name/prefix": { title: "no API version has this prefix of nouns", help: "service.yaml lists the prefixes" },
  "name/collision": { title: "two things of one name", help: "rename or remove one of them" },
  "name/case-collision": { title: "two names differ only in case", help: "rename one of them" },
  "name/kebab-collision": { title: "two names have the same kebab form", help: "rename one of them" },

  "pattern/invalid": { title: "not a regular expression", help: "correct the pattern" },
  "pattern/catastrophic": {
    title: "a regular expression that takes too long",
    help: "write it without repeating what repeats already",
  },

  "value/choice": { title: "a value that is not one of those allowed", help: "choose one of them" },
  "value/number": {
    title: "a number no two readers read alike",
    help: "write it in plain decimal, or as a quoted text",
  },
  "value/control-char": { title: "a control character in a value", help: "remove the character" },
  "value/version": { title: "not a version", help: "write it as 1.2.3" },
  "value/header": { title: "not a front matter value", help: "write one plain word or phrase" },

  "path/template": { title: "not the path of an operation", help: "write it as /groups/{group-id}/threads" },
  "path/unbound": {
    title: "a path parameter that a parameter set does not supply",
    help: "add the parameter to the set",
  },
  "url/scheme": { title: "not an https address", help: "write it in full, beginning with https://" },
  "url/host": { title: "a host name in disguise", help: "write the plain host name" },
  "url/invalid": { title: "not a host name", help: "write the host alone, without scheme, port or path" },

  "openapi/root": { title: "the file is no OpenAPI document", help: "pass a document of OpenAPI 3.0, YAML or JSON" },
  "openapi/version": { title: "a version of OpenAPI that is not read", help: "convert the document to OpenAPI 3.0" },
  "openapi/too-large": { title: "an OpenAPI document is too large", help: "split it, for example by module" },
  "openapi/type": { title: "a value that may not stand here", help: "OpenAPI 3.0 says what may" },
  "openapi/missing": { title: "a key that OpenAPI requires is missing", help: "add the key" },
  "openapi/name": { title: "a name that OpenAPI does not allow", help: "use letters, digits, dots and dashes" },
  "openapi/ref": {
    title: "a $ref that leads nowhere",
    help: "refer to something below components in the same file, as #/components/schemas/name",
  },
  "openapi/cycle": { title: "references that lead back to where they began", help: "state one of them in full" },
  "openapi/operation-id": {
    title: "an operationId nothing can be named by",
    help: "write it as group.thread_ListPost: letters, digits, dots, one underscore",
  },
  "openapi/operation-id-twice": {
    title: "two operations with one operationId",
    help: "their parameter sets are told apart by a digit; give one of them an operationId of its own if you can",
  },
  "openapi/path": { title: "not the path of an operation", help: "write it as /groups/{group-id}/threads" },
  "openapi/parameter": { title: "a parameter that cannot be sent", help: "correct its name and place" },
  "openapi/text": { title: "a text that is not taken as it stands", help: "correct the text" },
  "openapi/skipped": {
    title: "something specs have no words for is left out",
    help: "nothing to do if you can do without",
  },

  "service/missing": { title: "no spec describes the service", help: "add service.yaml" },
  "page/operation": {
    title: "a help page of a cmdlet whose operation is not known",
    help: "give the OpenAPI document of its module, or the operation",
  },
  "overlay/unknown": {
    title: "an overlay of a cmdlet that has no spec",
    help: "correct the name or remove the overlay",
  },
  "extends/unknown": { title: "extends a cmdlet that has no spec", help: "correct the name or add the spec" },
  "extends/cycle": { title: "cmdlets extend each other in a circle", help: "let one of them state everything itself" },
  "ref/schema": { title: "a type that is neither scalar nor schema", help: "correct the name or add the schema" },
  "ref/identity": { title: "an identity that has no spec", help: "correct the name or add the spec" },
  "ref/property": { title: "a property the body does not have", help: "correct the name" },
  "identity/field": { title: "an identity lacks a path parameter", help: "add the field to the identity" },
  "identity/missing": { title: "a parameter set takes an identity, the cmdlet has none", help: "state identity" },
  "operation/duplicate": {
    title: "two operations have one operationId",
    help: "give one of them another id, or leave it out with --match",
  },
  "operation/collision": { title: "two cmdlets of one operation", help: "keep one; give it an alias for the other" },
  "operation/pageable": { title: "pages of something that is no list", help: "write returns: message[]" },
  "set/name": { title: "not the name of a parameter set", help: "write it as CreateViaIdentityExpanded" },
  "set/parameter": { title: "a parameter set lists a parameter the cmdlet does not have", help: "correct the name" },
  "set/ambiguous": { title: "two parameter sets cannot be told apart", help: "remove one of them" },
  "set/body": { title: "a parameter set does not fit the body", help: "remove it, or describe the body" },
  "parameter/unknown": { title: "overrides a parameter the cmdlet does not have", help: "correct the name" },
  "upload/dialect": { title: "an upload dialect no cloud has hosts for", help: "service.yaml lists them" },
  "upload/item": { title: "an upload without a body property for the file", help: "add the property to the body" },
  "example/unknown-cmdlet": {
    title: "an example calls a cmdlet that has no spec",
    help: "correct the name or add the spec",
  },
  "example/parameter": { title: "an example uses a parameter the cmdlet does not have", help: "correct the name" },
  "example/parameter-set": {
    title: "an example does not fit exactly one parameter set",
    help: "add or remove parameters",
  },
  "example/expression": { title: "an example computes a value", help: "write a variable or a plain text" },
  "example/secret": {
    title: "an example with something like a token",
    help: "write a placeholder, and revoke the token",
  },
  "example/body": { title: "an example body the service would refuse", help: "correct the body" },

  "page/kind": { title: "not the help page of a cmdlet", help: "pass the Markdown pages of cmdlets, one per file" },
  "page/front-matter": { title: "front matter that cannot be read", help: "write a line `key: value` for each fact" },
  "page/section": { title: "a section of a help page is missing or out of place", help: "the page may have been cut" },
  "page/fence": { title: "a fence that is never closed", help: "close it with a line of as many backticks" },
  "page/syntax": { title: "a SYNTAX block that cannot be read", help: "write it as Get-Help prints it" },
  "page/parameter": { title: "a parameter that cannot be read", help: "a fenced block of facts stands below each" },
  "page/link": { title: "a link that leads nowhere on the web", help: "write an address, or [text](address)" },
  "page/notes": { title: "a line of NOTES that cannot be read", help: "write it as ``  - `[Name <Type>]`: text``" },

  "output/collision": { title: "two generated files have one path", help: "rename what one of them is made from" },
  "output/path": { title: "not a folder to write into", help: "choose a folder of its own for --out" },
  "output/symlink": { title: "a symbolic link stands where a file would go", help: "remove the link" },
  "output/occupied": { title: "a file or folder that is not ours stands where one would go", help: "move it away" },
  "output/locked": { title: "another graphlet writes into the folder", help: "wait until it has ended" },
  "output/io": { title: "a file cannot be written", help: "check space and permissions, then run the command again" },
  "import/empty": { title: "nothing to import", help: "check the document, the directives and --match" },
  "import/edited": {
    title: "an imported file that has been edited since",
    help: "remove the file, then import again",
  },
  "manifest/invalid": {
    title: "the list of written files cannot be read",
    help: "restore it from version control, or remove it",
  },
} as const satisfies Record<string, { title: string; help: string }>;

/** Stable: a code keeps its meaning for good. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
