import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../rules/index";
import { Complaint } from "./complaint";

/** The page of a rule: why it matters, and notes that are accepted, reported and fixed. */
export async function explain(rule: string): Promise<string> {
  if (!rules.some(({ id }) => id === rule)) {
    throw new Complaint(`there is no rule "${rule}"; the rules are:\n${rules.map(({ id }) => `  ${id}\n`).join("")}`);
  }
  // The pages stand beside the folder of the bundles, in the repository and in every package.
  return readFile(join(__dirname, "../server/docs/rules", `${rule}.md`), "utf8");
}
