import { didYouMean } from "../../cmdlet/did-you-mean.js";
import type { CheckpointStore } from "../../upload/checkpoint.js";
import { bindArguments } from "../binder.js";
import { bindingError } from "../binding-error.js";
import type { ShellContext } from "../context.js";
import { readEnvironment, type ShellEnvironment } from "../environment.js";
import { report, ShellError, unexpectedFailure, usageFailure } from "../failure.js";
import { readOptions, type ShellOptions } from "../options.js";
import { OutputClosed } from "../output.js";
import { parametersOf } from "../parameters.js";
import { serviceFailure } from "../service-failure.js";
import { showText } from "../terminal.js";
import { readTokens } from "../tokens.js";
import { cancelUploads } from "./cancel-upload.js";
import { cleanUploads } from "./clean-uploads.js";
import { findUpload, listUploads, type KeptUpload } from "./kept-upload.js";
import { resumeUploads } from "./resume-upload.js";
import { printUpload, printUploads } from "./print-uploads.js";
import { openUploadStore } from "./upload-store.js";

/** What the commands of `mg uploads` have. */
export interface UploadsContext extends ShellContext {
  store: CheckpointStore;
  /** whether they were not named one by one */
  takesAll: boolean;
  environment: ShellEnvironment;
  options: ShellOptions;
  warn(text: string): void;
  /** reports an error of one upload. @returns its exit code */
  fail(error: unknown): number;
}

interface UploadsCommand {
  /** which uploads it is about: all, exactly one, or one and `--all` */
  about: "all" | "one" | "either";
  /** @returns the exit code */
  run(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number>;
}

const commands: Readonly<Record<string, UploadsCommand>> = {
  list: { about: "all", run: printUploads },
  show: { about: "one", run: printUpload },
  resume: { about: "either", run: resumeUploads },
  cancel: { about: "either", run: cancelUploads },
  clean: { about: "all", run: cleanUploads },
};

/** `mg uploads list | show | resume | cancel | clean`. @returns the exit code @throws what is wrong with the usage */
export async function runUploads(args: readonly string[], shell: ShellContext): Promise<number> {
  const { host, messages, program } = shell;
  const [word, ...rest] = args;
  const { about, run } = findCommand(word, program.name);
  const all = about === "either" ? [{ name: "All", type: "SwitchParameter" }] : [];
  const ids: string[] = [];
  const bound = bindArguments(readTokens(rest), parametersOf({ parameters: all }), ids);
  const environment = readEnvironment(host.env);
  const options = readOptions(bound, environment);
  const store = openUploadStore(host);
  const takesAll = about === "all" || bound.get("All") === true;
  checkIds(ids, takesAll, about);
  const context: UploadsContext = {
    ...shell,
    store,
    takesAll,
    environment,
    options,
    warn: (text) => {
      if (options.warnings) messages.line(`WARNING: ${showText(text)}`);
    },
    fail: (error) => {
      if (error instanceof OutputClosed) throw error;
      const failure = usageFailure(error) ?? serviceFailure(error, true) ?? unexpectedFailure(error);
      report(failure, program.name, `uploads ${word}`, options.output === "json", messages);
      return failure.exitCode;
    },
  };
  try {
    const uploads = await listUploads(store);
    return await run(takesAll ? uploads : ids.map((id) => findUpload(id, uploads)), context);
  } catch (error) {
    return context.fail(error);
  }
}

function findCommand(word: string | undefined, program: string): UploadsCommand {
  const hint = `the commands are ${Object.keys(commands).join(", ")}; ${program} uploads --help explains them`;
  if (word === undefined || word.startsWith("-")) {
    throw new ShellError("CommandMissing", "Which command of uploads? Nothing was given.", 2, [hint]);
  }
  const name = word.toLowerCase();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command;
  const meant = didYouMean(name, Object.keys(commands));
  const text = `"${word}" is no command of uploads.`;
  throw new ShellError("CommandNotFoundException", text, 2, [meant === undefined ? hint : `did you mean ${meant}?`]);
}

function checkIds(ids: readonly string[], takesAll: boolean, about: UploadsCommand["about"]): void {
  const [id, second] = ids;
  if (id !== undefined && takesAll) throw bindingError("PositionalParameterNotFound", [id]);
  if (second !== undefined && about === "one") throw bindingError("PositionalParameterNotFound", [second]);
  if (id !== undefined || takesAll) return;
  const hint = `give the id of an upload, as \`uploads list\` shows it${about === "either" ? ", or --all" : ""}`;
  throw new ShellError("UploadMissing", "Which upload? No id was given.", 2, [hint]);
}
