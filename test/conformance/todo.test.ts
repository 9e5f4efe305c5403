import { runTable } from "./run-table.js";

runTable("todo");
