import type { LinePosition } from "../text/lines";

/** A file that could not be found, read or written, or that says what cannot be meant, and why, in a few words. */
export interface FileFailure {
  readonly path: string;
  readonly reason: string;
  /** Where in the file; absent where it is the file as a whole. */
  readonly at?: LinePosition;
}

/** The failure in a line, its place counted from 1: `.notewright.json:3:14: Unexpected …`. */
export function describeFailure({ path, reason, at }: FileFailure): string {
  return at ? `${path}:${at.line + 1}:${at.character + 1}: ${reason}` : `${path}: ${reason}`;
}

/** Why a file could not be handled, in a few words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "EISDIR") return "is a folder";
  if (code === "EEXIST") return "is there already";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "is not UTF-8 text";
  return message.split("\n", 1)[0] ?? "unknown error";
}
