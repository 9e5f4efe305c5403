import { connect } from "../connection.js";
import type { CmdletContext } from "../context.js";
import { combineExitCodes } from "../exit-codes.js";
import { report, ShellError } from "../failure.js";
import { withInFile } from "../in-file.js";
import type { Input } from "../inputs.js";
import { inFile } from "../parameters.js";
import { Prompt } from "../prompt.js";
import { runInputs } from "../run-inputs.js";
import { StandardInput } from "../stdin.js";
import { nameUpload } from "./describe-upload.js";
import type { KeptUpload } from "./kept-upload.js";
import type { UploadsContext } from "./uploads-command.js";

/** `mg uploads resume`: makes the call again that an upload belongs to. With several, one after the other. */
export async function resumeUploads(uploads: readonly KeptUpload[], context: UploadsContext): Promise<number> {
  const codes: number[] = [];
  for (const upload of uploads) {
    if (context.takesAll && (upload.state === "unreadable" || upload.state === "running")) continue;
    codes.push(await resume(upload, context).catch((error: unknown) => context.fail(error)));
    if (context.host.signal.aborted) break;
  }
  return combineExitCodes(codes);
}

async function resume(upload: KeptUpload, shell: UploadsContext): Promise<number> {
  const { program, host, messages } = shell;
  const { data, note } = upload;
  if (data === undefined) {
    throw new ShellError(
      "UploadUnreadable",
      `${upload.id} cannot be continued: what is kept of it cannot be read.`,
      1,
      [`\`${program.name} uploads clean\` removes it`],
    );
  }
  const entry = Object.hasOwn(program.commands, note.cmdlet) ? program.commands[note.cmdlet] : undefined;
  if (entry === undefined) {
    throw new ShellError("CommandNotFoundException", `${upload.id} belongs to ${note.cmdlet}, which is not here.`, 1);
  }
  const command = await entry.load();
  const prompt = new Prompt(host, messages);
  const options = { ...shell.options, cloud: shell.options.cloud ?? note.cloud };
  const context: CmdletContext = {
    ...shell,
    command,
    cmdlet: withInFile(command),
    options,
    stdin: new StandardInput(host),
    prompt,
    fail: (failure) => report(failure, program.name, note.cmdlet, options.output === "json", messages),
  };
  checkService(upload, data.item, connect(context).adapter.baseUrl);
  messages.line(`${upload.id}  ${nameUpload(upload)}`);
  const input = { ...note.input, values: new Map(note.input.values).set(inFile, data.file) };
  try {
    return await runInputs(only(input), context);
  } finally {
    prompt.close();
  }
}

/** The token goes where the environment says, never where a file says. */
function checkService({ id }: KeptUpload, item: string, baseUrl: string): void {
  if (item.startsWith(`${baseUrl}/`)) return;
  const service = item.replace(/(?<=\/(?:v1\.0|beta))\/.*$/, "");
  throw new ShellError("OtherService", `${id} goes to ${service}, but mg is set to ${baseUrl}.`, 2, [
    "set GRAPH_BASE_URL, or --environment, to where it began",
  ]);
}

async function* only(input: Input): AsyncGenerator<Input> {
  yield input;
}
