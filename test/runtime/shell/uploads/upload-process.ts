import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../../../runtime/emulator/server.js";
import { ids, seedName } from "../fixture/run-shell.js";
import { startShell, type ShellProcess, type ShellProgramFile } from "../fixture/shell-process.js";

export const rangeSize = 3_932_160;
export const size = 20_000_000;
const token = "emulator-canary-f00d";
const post = "/groups/g/conversations/c/threads/t/posts/p";

/** A file of 20 MB, a service to attach it to, and processes of the shell that do so. */
export class UploadBench {
  readonly path: string;
  sha256: string;

  private constructor(
    private readonly shell: ShellProgramFile,
    readonly state: string,
    readonly emulator: Emulator,
  ) {
    this.path = join(state, "photo.jpg");
    this.sha256 = this.writeFile();
  }

  static async open(shell: ShellProgramFile, options: EmulatorOptions = {}): Promise<UploadBench> {
    const state = mkdtempSync(join(shell.folder, "state-"));
    return new UploadBench(shell, state, await startEmulator({ token, ...options }));
  }

  writeFile(): string {
    const bytes = randomBytes(size);
    writeFileSync(this.path, bytes);
    return (this.sha256 = createHash("sha256").update(bytes).digest("hex"));
  }

  start(...args: string[]): ShellProcess {
    return this.startWith({}, ...args);
  }

  startWith(environment: Record<string, string>, ...args: string[]): ShellProcess {
    const variables = { GRAPH_BASE_URL: this.emulator.baseUrl, GRAPH_ACCESS_TOKEN: token, GRAPH_STATE_DIR: this.state };
    return startShell(this.shell, args, { ...variables, ...environment });
  }

  /** the command whose upload is interrupted, and given again */
  attach(...more: string[]): ShellProcess {
    return this.start(seedName, ...ids, "-InFile", this.path, ...more);
  }

  /** An upload that has sent two ranges, and whose third is never answered. */
  async attachHalf(...more: string[]): Promise<ShellProcess> {
    this.emulator.addFaults([{ match: { nth: 3 }, action: { stallHeaders: 600_000 } }]);
    const running = this.attach("--progress", "json", ...more);
    await this.hasStruck();
    return running;
  }

  /** Waits until every entry of the fault plan has struck. */
  async hasStruck(): Promise<void> {
    while (this.emulator.faults().some(({ fired }) => fired === 0)) await setTimeout(20);
  }

  uploads(...args: string[]): ShellProcess {
    return this.start("uploads", ...args);
  }

  /** What the service has of all that. */
  async ledger(): Promise<UploadLedger> {
    const { sessions, authLeaks, orphanSessions } = await this.emulator.ledger();
    return {
      attached: (await this.emulator.attachments(post)).map(({ sha256 }) => sha256),
      sessions: sessions.map(({ state }) => state),
      wireBytes: sessions.reduce((sum, session) => sum + session.wireBytes, 0),
      acceptedOnce: sessions.every(({ accepted }) => accepted.every(({ times }) => times === 1)),
      authLeaks,
      orphanSessions,
    };
  }

  /** files of the store, locks included */
  stored(): string[] {
    return readdirSync(join(this.state, "uploads"));
  }
}

export interface UploadLedger {
  /** SHA-256 of each attachment */
  attached: string[];
  /** states */
  sessions: string[];
  wireBytes: number;
  acceptedOnce: boolean;
  authLeaks: number;
  orphanSessions: string[];
}

/** No secret may be in what a process says. */
export const secrets = [token, "authtoken=", "AttachmentSessions("];
