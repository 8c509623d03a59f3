import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../fixtures");

/** A note of our own in which there is nothing to be found. */
export interface Fixture {
  /** The id of the built-in profile in whose form it is. */
  readonly profile: string;
  /** From the folder of the fixtures, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Our own clean notes, several in the form of each built-in profile: `linked-minutes.md`, `linked-minutes/…/….md`. */
export const cleanNotes: readonly Fixture[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md"))
  .sort()
  .map((path) => ({
    profile: path.replace(/(?:\/.*|\.md)$/, ""),
    path,
    text: readFileSync(join(folder, path), "utf8"),
  }));

/** The shortest of them, one in the form of each built-in profile, by the profile's id. */
export const fixtures: ReadonlyMap<string, string> = new Map(
  cleanNotes.flatMap(({ profile, path, text }) => (path.includes("/") ? [] : [[profile, text] as const])),
);
