import { createHash } from "node:crypto";
import type { LocatedFinding } from "./lintedFile";

/** What stays the same of a finding while the lines around it move: its rule, its message and its line's words. */
export type Identity = Pick<LocatedFinding, "rule" | "message"> & {
  /** Stands for the words of the line: sixteen hexadecimal digits. */
  readonly words: string;
};

/** The identity of a finding. */
export function identityOf({ rule, message, line }: LocatedFinding): Identity {
  return { rule, message, words: digest(line.trim().replace(/\s+/g, " ")) };
}

/** A key that two findings share when they are the same one; what a message counts, such as turns, may change. */
export function keyOf({ rule, message, words }: Identity): string {
  return JSON.stringify([rule, message.replace(/\d+/g, "0"), words]);
}

/** A short fingerprint of a text: sixteen hexadecimal digits. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
