import { firstDifference } from "../../conformance/compare-text.js";
import { emit } from "../../emit/emit.js";
import { findDialect } from "../../help/dialects.js";
import { lowerHelpPage } from "../../lower/help-page.js";
import type { Model, Place } from "../../model.js";

/** A page as it was read. */
export interface GivenPage {
  file: string;
  cmdlet: string;
  /** name of its page dialect */
  dialect: string;
  text: string;
}

/** Where pages first say what does not follow from the model: such facts have no place in specs yet. */
export function inexactPages(model: Model, pages: readonly GivenPage[]): Place[] {
  const cmdlets = new Map(model.cmdlets.map((cmdlet) => [cmdlet.name, cmdlet]));
  return pages.flatMap(({ file, cmdlet: name, dialect, text }) => {
    const cmdlet = cmdlets.get(name);
    const printed = cmdlet && emit(lowerHelpPage(model, cmdlet, findDialect(dialect))).text;
    const difference = printed === undefined ? undefined : firstDifference(printed, text);
    return difference ? [{ file, line: difference.line, column: 1 }] : [];
  });
}
