import { randomUUID } from "node:crypto";
import { open, realpath, rename, stat, unlink, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { ContentSink } from "../graph/content.js";
import { bindingError } from "./binding-error.js";
import { ShellError } from "./failure.js";
import type { ShellHost } from "./host.js";
import { writeOutput } from "./output.js";

/**
 * Saves content at a path, `-` for stdout. The file is there whole or not at all: it is written beside and takes the name
 * when all has come, in place of what had it.
 * @param send makes the content come
 * @throws ParameterBindingError before anything is sent, when nothing can be written there; ShellError when writing fails
 */
export async function saveContent(
  path: string,
  host: ShellHost,
  send: (to: ContentSink) => Promise<void>,
): Promise<void> {
  if (path === "-") return send({ write: (chunk) => writeOutput(host, chunk) });
  const place = await findPlace(path, resolve(host.cwd, path));
  const file = await open(place.written, place.isNew ? "wx" : "w").catch((error: NodeJS.ErrnoException) => {
    throw refuse(path, error.code === "ENOENT" ? "there is no such folder" : String(error.code));
  });
  try {
    await fill(file, path, send);
    if (place.isNew) await rename(place.written, place.target);
  } catch (error) {
    if (place.isNew) await unlink(place.written).catch(() => {});
    throw error;
  }
}

/** Where content is written, and where it goes then; what is no file, as a device, is written to itself. */
async function findPlace(path: string, target: string): Promise<{ target: string; written: string; isNew: boolean }> {
  const found = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw refuse(path, String(error.code));
  });
  if (found?.isDirectory() === true) throw refuse(path, "it is a folder; a file name is missing");
  if (found?.isFile() === false) return { target, written: target, isNew: false };
  // a link stays, what it leads to is replaced
  const real = found === undefined ? target : await realpath(target);
  return { target: real, written: join(dirname(real), `.${basename(real)}.${randomUUID()}.part`), isNew: true };
}

async function fill(file: FileHandle, path: string, send: (to: ContentSink) => Promise<void>): Promise<void> {
  let failure: ShellError | undefined;
  const write = async (chunk: Uint8Array): Promise<void> => {
    await file.appendFile(chunk).catch((error: NodeJS.ErrnoException) => {
      failure = new ShellError("OutFileUnwritable", `Cannot write ${path}: ${error.code}.`, 1);
      throw failure;
    });
  };
  try {
    await send({ write });
  } catch (error) {
    // the call would report a network failure
    throw failure ?? error;
  } finally {
    await file.close();
  }
}

function refuse(path: string, reason: string): Error {
  const detail = `Cannot write ${path}: ${reason}.`;
  return bindingError("ParameterArgumentValidationError", ["OutFile", detail], { parameter: "OutFile" });
}
