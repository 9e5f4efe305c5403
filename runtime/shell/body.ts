import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { LiteralError } from "./hashtable-tokens.js";
import { parseHashtable } from "./hashtable.js";

/** Text that stands for no value; the message says why. */
export class BodyError extends Error {
  override readonly name = "BodyError";
}

/** Where `@file` and `-` read from. */
export interface BodySources {
  /** folder that relative paths start from */
  cwd: string;
  /** the whole of stdin; refuses a second reader */
  readStdin(): Promise<Uint8Array>;
}

const sizeLimit = 4 * 1024 * 1024;
const forms = "Write JSON, '@{…}', '@file.json', 'file:file.json' or - for stdin.";

/**
 * Reads a value given as JSON, as a PowerShell literal, in a file or on stdin; the first characters decide which.
 * @throws BodyError
 */
export async function readBody(text: string, sources: BodySources): Promise<unknown> {
  const start = text.trimStart();
  if (start.startsWith("@@")) return start.slice(1);
  if (/^(@?\{|\[|@\()/.test(start)) return parseBody(text);
  if (/^@?-$/.test(start.trimEnd())) return parseBody(decode(await sources.readStdin(), "stdin"));
  if (start.startsWith("yaml:")) throw yamlRefused();
  const path = /^(?:@|file:)(.+)$/s.exec(start)?.[1];
  if (path === undefined) throw new BodyError(forms);
  return readBodyFile(path, sources.cwd);
}

async function readBodyFile(path: string, cwd: string): Promise<unknown> {
  const extension = extname(path).toLowerCase();
  if (extension === ".yaml" || extension === ".yml") throw yamlRefused();
  const text = decode(await readSmallFile(resolve(cwd, path), path), path);
  return extension === ".psd1" ? parseLiteral(text) : parseJson(text);
}

function parseBody(text: string): unknown {
  return text.trimStart().startsWith("@") ? parseLiteral(text) : parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BodyError(`Not valid JSON: ${(error as Error).message}.`);
  }
}

function parseLiteral(text: string): unknown {
  try {
    return parseHashtable(text);
  } catch (error) {
    if (error instanceof LiteralError) throw new BodyError(`Not a PowerShell literal: ${error.message}.`);
    throw error;
  }
}

/**
 * Regular files of at most 4 MiB only; a FIFO or a device is refused without waiting for it.
 * @param written the path as messages show it
 * @throws BodyError
 */
export async function readSmallFile(path: string, written: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    throw new BodyError(`Cannot read ${written}: ${error.code === "ENOENT" ? "no such file" : error.code}.`);
  });
  try {
    const { size, isRegular } = await file.stat().then((stat) => ({ size: stat.size, isRegular: stat.isFile() }));
    if (!isRegular) throw new BodyError(`Cannot read ${written}: not a regular file.`);
    if (size > sizeLimit) throw new BodyError(`Cannot read ${written}: larger than 4 MiB.`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** UTF-8, with or without byte order mark. */
function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > sizeLimit) throw new BodyError(`Cannot read ${name}: larger than 4 MiB.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BodyError(`Cannot read ${name}: not UTF-8.`);
  }
}

function yamlRefused(): BodyError {
  return new BodyError(`YAML is not read here. ${forms}`);
}
