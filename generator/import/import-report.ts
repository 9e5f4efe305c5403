import type { Diagnostic } from "../diagnostics.js";
import { formatPlace, printable } from "../report/print.js";
import { type ImportNote, noteTopics } from "./import-note.js";
import type { ImportReport } from "./import-openapi.js";

/** How many names of a list are shown. */
const longest = 20;

/** What an import did, for people. */
export function formatSummary(report: ImportReport, out: string): string {
  const { module, apiVersion, cmdlets, plan, summary, isCompared } = report;
  const { added, changed, removed, renamed, breaking, unchanged, schemas } = summary;
  const count = (status: string) => plan.changes.filter((change) => change.status === status).length;
  const files = `${count("added")} added, ${count("changed")} changed, ${count("removed")} removed, ${plan.unchanged} unchanged`;
  return [
    ...list("added", added),
    ...list("changed", changed),
    ...list("removed", removed),
    ...list(
      "renamed",
      renamed.map(({ from, to }) => `${from} -> ${to}`),
    ),
    ...list(
      "breaking",
      breaking.map(({ cmdlet, what }) => `${cmdlet}: ${what}`),
    ),
    ...(isCompared ? [] : ["not compared: the folder could not be loaded as it was, so everything counts as added"]),
    `${module} ${apiVersion}: ${cmdlets} ${cmdlets === 1 ? "cmdlet" : "cmdlets"} read.`,
    `cmdlets: ${added.length} added, ${changed.length} changed, ${removed.length} removed, ${renamed.length} renamed, ${unchanged} unchanged; ${breaking.length} breaking.`,
    `schemas: ${schemas.added.length} added, ${schemas.changed.length} changed, ${schemas.removed.length} removed, ${schemas.unchanged} unchanged.`,
    `${out}: ${files} files.`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function list(what: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, longest).map((line) => `${what.padEnd(8)} ${line}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `${what.padEnd(8)} … ${more} more; --json lists all`] : shown;
}

/** What an import left out or found odd: by topic, the first few of each with their places. */
export function formatNotes(
  report: Pick<ImportReport, "notes" | "warnings" | "handWritten" | "merged" | "orphans">,
): string {
  const { notes, warnings, handWritten, merged, orphans } = report;
  const topics = Object.entries(noteTopics).map(([topic, title]) => {
    return block(title, notes.filter((note) => note.topic === topic).map(describe));
  });
  return [
    block("warnings of the document", warnings.map(describe)),
    ...topics,
    block("hand-written specs, kept instead of imported ones", handWritten),
    block("schemas the document of another module describes otherwise; they say what both say", merged),
    block("files edited by hand whose specs are no longer in the document, kept", orphans),
  ].join("");
}

const few = 3;

function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > few ? [`… ${lines.length - few} more; --json lists all`] : [];
  const shown = [...lines.slice(0, few), ...more].map((line) => `  ${printable(line)}\n`);
  return `${lines.length} ${title}\n${shown.join("")}`;
}

function describe({ place, message }: ImportNote | Diagnostic): string {
  return `${formatPlace(place)} ${message}`;
}
