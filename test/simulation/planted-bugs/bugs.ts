/** A mistake to be made in a copy of the engine: the text `find`, which is there once, becomes `replace`. */
export interface PlantedBug {
  readonly name: string;
  /** of runtime/upload */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Mistakes that peers have made, or we could; the simulation must see each. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "sends again after a doubt instead of asking",
    file: "send-ranges.ts",
    find: `{ name: "querying", session, ranges, fate, failed: true }`,
    replace: `{ name: "sending", session, doubtful: fate === "doubtful" }`,
  },
  {
    name: "continues another process's session without asking where it stands",
    file: "open-session.ts",
    find: `{ name: "querying", session, ranges, fate: "doubtful", failed: true }`,
    replace: `{ name: "sending", session, doubtful: ranges.length > 0 }`,
  },
  {
    name: "a range is one byte too long",
    file: "plan.ts",
    find: "Math.min(start + rangeSize, limit)",
    replace: "Math.min(start + rangeSize + 1, limit)",
  },
  {
    name: "Content-Range names the end, not the last byte",
    file: "plan.ts",
    find: "${end - 1}/",
    replace: "${end}/",
  },
  {
    name: "the end of a hole is ignored",
    file: "plan.ts",
    find: "Math.min(start + rangeSize, limit)",
    replace: "Math.min(start + rangeSize, Math.max(limit, size))",
  },
  {
    name: "the grid is ignored after a range that was kept in part",
    file: "plan.ts",
    find: "end === size || border <= start ? end : border",
    replace: "end === size || border <= start || start % alignment > 0 ? end : border",
  },
  {
    name: "that the item may exist is not stored before the last range",
    file: "send-ranges.ts",
    find: "await run.save(session, { urgent, completing });",
    replace: "await run.save(session, { urgent });",
  },
  {
    name: "a session created anew is not stored before its first range",
    file: "open-session.ts",
    find: "await run.save(session, { urgent: true });",
    replace: "await run.save(session, { urgent: run.recreations === 0 });",
  },
  {
    name: "Retry-After is ignored",
    file: "patience.ts",
    find: "Math.max(retryAfterMs, backoffMs(",
    replace: "Math.max(0, backoffMs(",
  },
  {
    name: "a 416 counts as accepted although the service can be asked",
    file: "send-ranges.ts",
    find: "if (doubtful) return run.assume(session, range);",
    replace: "return run.assume(session, range);",
  },
  {
    name: "nobody looks for the item before a session is created anew",
    file: "upload-run.ts",
    find: `return session.mayBeComplete ? { name: "verifying", absent } : absent;`,
    replace: "return absent;",
  },
  {
    name: "a 404 on the last range is believed",
    file: "send-ranges.ts",
    find: "session.mayBeComplete ||= complete && !run.deferred;",
    replace: "",
  },
  {
    name: "verify is given today's data, not that of when the upload began",
    file: "query-session.ts",
    find: "run.journal.data",
    replace: "run.options.checkpoint?.data",
  },
  {
    name: "Authorization goes to upload URLs that are secrets themselves",
    file: "conversation.ts",
    find: "this.options.dialect.authorized && this.#accessToken !== undefined;",
    replace: "true;",
  },
  {
    name: "a checkpoint of another content is continued",
    file: "journal.ts",
    find: "checkpoint.fingerprint === source.fingerprint",
    replace: "checkpoint.fingerprint !== undefined",
  },
  {
    name: "a source that changes is not noticed",
    file: "source-range.ts",
    find: "if (await attempt(() => source.changed())) throw sourceChanged();",
    replace: "await attempt(() => source.changed());",
  },
  {
    name: "sessions are created anew for ever",
    file: "open-session.ts",
    find: "if (run.recreations >= run.policy.maximumRecreations) throw lost;",
    replace: "if (run.recreations < 0) throw lost;",
  },
  {
    name: "replies that accept nothing are not counted",
    file: "session-course.ts",
    find: "this.stalls++;",
    replace: "this.stalls = 0;",
  },
  {
    name: "a cancelled upload leaves its session behind",
    file: "end-upload.ts",
    find: "await run.discardSession();",
    replace: "if (!cancelled) await run.discardSession();",
  },
  {
    name: "a session body whose list is empty counts as completion",
    file: "outcome.ts",
    find: `{ kind: "nothingMissing" };`,
    replace: `{ kind: "completed", itemId: undefined };`,
  },
  {
    name: "logs hold the upload URL",
    file: "exchange.ts",
    find: "url: request.url.toString(),",
    replace: "url: request.url.reveal(),",
  },
  {
    name: "the hash takes a range in that was sent before",
    file: "hasher.ts",
    find: "if (known < 0 || known >= bytes.length) return;",
    replace: "if (known < 0) return;",
  },
];
