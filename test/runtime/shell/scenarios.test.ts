import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const scenarios = join(root, "test/scenarios/shell");

test.each(readdirSync(scenarios).filter((name) => name !== "README.md"))("%s", async (file) => {
  const terminal = openTerminal();
  for (const step of readSteps(readFileSync(join(scenarios, file), "utf8"))) {
    const { code, said } = await terminal.take(step);
    expect([step.command, code, appearsIn(said, step.lines) || said]).toEqual([step.command, step.exitCode, true]);
  }
});

interface Step {
  command: string;
  /** what must appear, line by line; those after which the step acts, and those that follow then */
  lines: string[];
  action: "wait" | "stays" | "SIGINT" | "SIGKILL";
  /** null when it does not end by itself */
  exitCode: number | null;
}

function readSteps(markdown: string): Step[] {
  return [...markdown.matchAll(/^```console(.*)\n\$ (.*)\n([^]*?)^```$/gm)].map(
    ([, words = "", command = "", text = ""]) => {
      const action = words.includes("stays")
        ? "stays"
        : words.includes("Ctrl-C")
          ? "SIGINT"
          : words.includes("kill -9")
            ? "SIGKILL"
            : "wait";
      const exitCode =
        action === "SIGKILL" || action === "stays" ? null : Number(/exit code (\d+)/.exec(words)?.[1] ?? 0);
      return { command, lines: text.split("\n").filter(Boolean), action, exitCode };
    },
  );
}

/** A folder with nothing in it, and a shell in which `npx mg` is the one built here. */
function openTerminal() {
  const folder = mkdtempSync(join(tmpdir(), "mg-scenario-"));
  const shim = join(folder, "mg");
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "generated/dist/bin/mg.js")}" "$@"\n`);
  chmodSync(shim, 0o755);
  const env: Record<string, string> = { HOME: folder, PATH: [folder, process.env["PATH"]].join(delimiter) };
  const running: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of running) {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
    rmSync(folder, { recursive: true });
  });

  const take = async ({ command, lines, action }: Step): Promise<{ code: number | null; said: string }> => {
    const child = spawn("sh", ["-c", command.replace(/^npx mg/, "exec mg")], { cwd: folder, env });
    running.push(child);
    const ended = once(child, "close") as Promise<[number | null]>;
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    // before a signal there is progress to be seen, after it what comes of it
    const interrupts = action === "SIGINT" || action === "SIGKILL";
    const before = lines.filter((line) => !interrupts || line.includes("film.bin"));
    while (!appearsIn(said, before) && child.exitCode === null) await setTimeout(20);
    if (interrupts) child.kill(action);
    const [code] = action === "stays" ? [null] : await ended;
    for (const [, name = "", value = ""] of said.matchAll(/^export (\w+)=(.*)$/gm)) env[name] = value;
    return { code, said };
  };
  return { take };
}

/** Whether the lines appear whole and in order; how many blanks there are does not count. */
function appearsIn(said: string, lines: readonly string[]): boolean {
  const patterns = lines.map((line) => line.split("…").map(toPattern).join(".*"));
  return new RegExp(`^${patterns.join("$[^]*?^")}$`, "m").test(said);
}

function toPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/ +/g, " +");
}
