import type * as engine from "../../runtime/upload/index.js";

/** The engine under test: the one of the package, or a copy of it with a planted bug. */
export type Engine = typeof engine;
