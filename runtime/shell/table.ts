import { showText } from "./terminal.js";

/** what a column keeps of its width when the terminal is narrow */
const narrowest = 10;

/**
 * Rows below headings, columns aligned. Where they do not fit into `width`, the widest columns show only the end of what
 * they hold, which tells paths and ids apart.
 */
export function showTable(headings: readonly string[], rows: readonly (readonly string[])[], width = Infinity): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => showText(cell)));
  const widths = headings.map((_, column) => Math.max(...lines.map((row) => row[column]?.length ?? 0)));
  const room = width - 2 * (widths.length - 1);
  while (widths.reduce((sum, each) => sum + each) > room) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  const show = (cell: string, column: number): string => {
    const size = widths[column] ?? 0;
    return (cell.length > size ? `…${cell.slice(1 - size)}` : cell).padEnd(size);
  };
  return lines.map((row) => row.map(show).join("  ").trimEnd()).join("\n");
}
