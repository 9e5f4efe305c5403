import { runTable } from "./run-table.js";

runTable("onedrive-business");
