import type { ConformanceCase } from "../case.js";
import { anySource } from "./shorthand.js";

/** The service's own buckets, made small: two ranges and a half fit into a window. */
const throttle = { megabytes: 0.0026, uploadWindow: 60_000 };

export const throttling: readonly ConformanceCase[] = [
  {
    name: "the service's bucket overflows",
    covers: ["F5", "Q19"],
    dialects: ["outlook"],
    sources: anySource,
    emulator: { throttle },
    want: { end: "done", resent: 4, queries: "any", fewer: true },
  },
];
