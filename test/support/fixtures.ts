import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../fixtures");

/** Our own clean notes, one in the form of each built-in profile, by the profile's id. */
export const fixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name.replace(/\.md$/, ""), readFileSync(join(folder, name), "utf8")]),
);
