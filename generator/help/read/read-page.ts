import { maxDiagnostics, type Diagnostic } from "../../diagnostics.js";
import { findBadCharacter } from "../../load/characters.js";
import type { HelpPage } from "../help-page.js";
import { readAutorestPage } from "./autorest.js";
import { readPlatyps014 } from "./platyps-0.14.js";
import { readPlatyps1 } from "./platyps-1.0.js";
import { type PageOutline, type Report, outlinePage } from "./outline.js";

/** What a file with a help page holds. */
export interface ReadPage {
  file: string;
  /** decoded, LF line ends; what diagnostics quote */
  text: string;
  /** name of the page dialect */
  dialect?: string;
  /** only if nothing is wrong with it: no page is read in part */
  page?: HelpPage;
  diagnostics: Diagnostic[];
}

/** Reads a page whose dialect is known. What it returns is dropped once it has reported something. */
export type PageReader = (outline: PageOutline, report: Report) => HelpPage;

const readers: Readonly<Record<string, PageReader>> = {
  autorest: readAutorestPage,
  "platyps-0.14": readPlatyps014,
  "platyps-1.0": readPlatyps1,
};

/** Reads the bytes of a help page in any of the official dialects. Never throws, whatever they are. */
export function readHelpPage(file: string, bytes: Uint8Array): ReadPage {
  const read: ReadPage = { file, text: "", diagnostics: [] };
  const report: Report = (code, line, message, column = 1) => {
    if (read.diagnostics.length < maxDiagnostics) {
      read.diagnostics.push({ code, place: { file, line, column }, message });
    }
  };

  try {
    read.text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    report("file/encoding", 1, "the page is not valid UTF-8");
    return read;
  }
  const bad = findBadCharacter(read.text);
  if (bad && bad.code !== "text/bidi") {
    const before = read.text.slice(0, bad.offset).split("\n");
    report(bad.code, before.length, bad.message, (before.at(-1)?.length ?? 0) + 1);
    return read;
  }

  const troubles: Parameters<Report>[] = [];
  const outline = outlinePage(read.text, (...trouble) => troubles.push(trouble));
  const kind = pageKind(outline);
  if ("message" in kind) {
    const unread = troubles.filter(([code]) => code === "page/front-matter");
    if (unread.length === 0) report("page/kind", 1, kind.message);
    for (const trouble of unread) report(...trouble);
    return read;
  }
  read.dialect = kind.dialect;
  for (const trouble of troubles) report(...trouble);
  const reader = readers[kind.dialect];
  if (!reader) report("page/kind", 1, `a page of ${kind.dialect}, which cannot be read`);
  if (!reader || read.diagnostics.length > 0) return read;

  const page = reader(outline, report);
  if (read.diagnostics.length === 0) read.page = page;
  return read;
}

/** The generator of a page shows in its front matter. */
function pageKind({ frontMatter }: PageOutline): { dialect: string } | { message: string } {
  const module = frontMatter.get("Module Name")?.value;
  if (frontMatter.has("Module Guid")) return { message: `the page of the module ${module}, not of a cmdlet` };
  if (frontMatter.has("PlatyPS schema version")) return { dialect: "platyps-1.0" };
  const helpFile = frontMatter.get("external help file");
  if (!helpFile) return { message: "no front matter of a help page" };
  return { dialect: helpFile.value === "" ? "autorest" : "platyps-0.14" };
}
