import { baseSpecs } from "../scenario.js";
import { append, change, checkRows, description, property, values } from "./specs.js";

checkRows([
  [1, "a description that closes a comment", description("x */ PWNED(); /*")],
  [2, "the same of an operation", change("cmdlet", "Adds a page to a note.", JSON.stringify("*/ PWNED(); /*"))],
  [4, "a split end of a comment", description("*\\/ *//* **/")],
  [9, "an enum value that leaves its quotes", values(`["a' | typeof PWNED | 'b"]`)],
  [10, "an enum value with code", values(`["a'};PWNED();const z={b:'"]`)],
  [12, "a backslash before a quote", values(String.raw`['a\', '","+PWNED()+"']`)],
  [29, "line separators in prose", description("a\u2028b\u2029c\u0085d")],
  [34, "a script in prose", description("--><script>PWNED()</script>")],
  [35, "Markdown in prose", description("[x](javascript:PWNED()) | ``` {{ }}")],
  [37, "template syntax in prose", description("{{constructor.constructor 'x'}} <%= %> ${}")],
  [61, "a pragma in prose", description("@ts-nocheck\neslint-disable")],
  [64, "a tag in prose", description('@returns {import("fs")}')],
  [67, "HTML and CDATA marks", description("<!-- ]]>")],
  [69, "an empty enum value, one with blanks", values('["", " a "]')],
  [78, "a tab in prose", description("a\tb")],
  [108, "wire names with at and dot", property('"@odata.type"')],
  [113, "a schema that refers to itself", append("page", "  next: page\n")],
  [122, "escaped line separators in prose", change("page", "A page of a note", String.raw`"a\Lb\Nc"`)],
  [123, "mixed line ends", change("page", "schema: page\n", "schema: page\r\n")],
  [60, "a byte order mark", { ["schemas/page.yaml"]: `\ufeff${baseSpecs["schemas/page.yaml"]!}` }],
]);
