import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { version } from "../../../package.json";
import { configurationName } from "../profiles/configuration";
import { Complaint } from "./complaint";
import { reasonOf } from "./fileFailure";
import { repositoryRoot } from "./git";

/** A file that makes a repository's notes be checked. */
interface Starter {
  readonly path: string;
  readonly content: string;
  /** What to do with the content where the file is there already. */
  readonly advice: string;
}

const workflow = `name: Meeting notes
on: pull_request
permissions:
  contents: read
jobs:
  notewright:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes notewright@${version} lint --format github --changed "$BASE"
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
`;

const hooks = `repos:
  - repo: local
    hooks:
      - id: notewright
        name: notewright
        entry: notewright lint
        language: node
        additional_dependencies: ["notewright@${version}"]
        types: [markdown]
`;

const configuration = `{
  // How much each rule's findings matter: "error", "warning", "information", "hint" or "off".
  "rules": {},
  // Which files are meeting notes, where Notewright gets it wrong: a glob, and "note" or "ignore".
  "files": {},
  // Words before a colon that are no speakers.
  "labels": []
}
`;

const starters: readonly Starter[] = [
  { path: configurationName, content: configuration, advice: "compare it with" },
  { path: ".github/workflows/notewright.yml", content: workflow, advice: "compare it with" },
  { path: ".pre-commit-config.yaml", content: hooks, advice: "add to its repos" },
];

/**
 * Writes what a git repository needs to have its notes checked before each commit and in each pull request.
 * Overwrites nothing. Answers what it did, for the user to read.
 */
export async function init(): Promise<string> {
  const root = await repositoryRoot();
  if (root !== process.cwd()) throw new Complaint(`init belongs into the root of the repository: ${root}`);
  let told = "";
  for (const { path, content, advice } of starters) {
    if (await writeNew(join(root, path), content)) told += `wrote ${path}\n`;
    else if (await mentionsNotewright(join(root, path))) told += `left ${path} as it is: it has notewright already\n`;
    else told += `left ${path} as it is; ${advice}:\n\n${indented(content)}\n`;
  }
  return told;
}

/** Writes a file that is not there yet; answers whether it did. */
async function writeNew(path: string, content: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new Complaint(`${path}: ${reasonOf(error)}`);
  }
}

async function mentionsNotewright(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.includes("notewright");
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
