import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { noteText } from "../support/noteText";
import { findDifference } from "./law";
import { report } from "./report";
import type { Session } from "./session";
import { exampleText, fileText, sessionsOf } from "./sessions";

/** More than the suite makes: the longer a document is open, the less of the time goes into opening it. */
const mostGestures = 150;

/** What one worker is to do: rounds of sessions drawn with the seeds `seed + first`, then `step` further each. */
export interface Task {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  /** When to stop, in milliseconds as `Date.now` counts. */
  readonly until: number;
  /** Its Markdown files, at any depth, are edited too. */
  readonly folder?: string;
}

/** What a worker did since it last told. */
export interface Progress {
  readonly edits: number;
  readonly comparisons: number;
  /** What it does next. */
  readonly doing: string;
  /** What it found, ready to be read. */
  readonly report?: string;
}

const sessionsInRound = 40;

function work({ seed, first, step, until, folder }: Task): void {
  const sources = sourcesIn(folder);
  const parent = process.ppid;
  // It never rests, and so would not hear that nobody listens any more.
  for (let round = seed + first; Date.now() < until && process.ppid === parent; round += step) {
    const [name, sessions] = sources[round % sources.length] ?? [];
    if (!name || !sessions) return;
    const doing = `round of ${name} with --seed ${round}`;
    tell({ edits: 0, comparisons: 0, doing });
    const lawful = (session: Session): boolean => {
      const difference = findDifference(session);
      tell({ edits: session.steps.length, comparisons: session.steps.filter(({ look }) => !look).length, doing });
      if (difference) broken = session;
      return difference === undefined;
    };
    let broken: Session | undefined;
    fc.check(fc.property(sessions, lawful), {
      seed: round,
      numRuns: sessionsInRound,
      endOnFailure: true,
      interruptAfterTimeLimit: Math.max(1, until - Date.now()),
    });
    if (broken) {
      const shrinking = { edits: 0, comparisons: 0, doing: `shrinking what a ${doing} found` };
      tell(shrinking);
      // It may take longer than a worker may say nothing.
      const found = report(broken, () => tell(shrinking));
      tell({ edits: 0, comparisons: 0, doing: "nothing more", report: `Found in a ${doing}.\n${found}` });
      return;
    }
  }
  tell({ edits: 0, comparisons: 0, doing: "nothing more" });
}

function tell(progress: Progress): void {
  process.send?.(progress);
}

/** Where sessions start, by name; notes come up most. */
function sourcesIn(folder: string | undefined): (readonly [string, fc.Arbitrary<Session>])[] {
  const notes = ["notes", sessionsOf(noteText, mostGestures)] as const;
  const examples = ["examples", sessionsOf(exampleText, mostGestures)] as const;
  const seeds = ["seeds", sessionsOf(fileText(readMarkdown(join(import.meta.dirname, "../../seeds"))))] as const;
  if (!folder) return [notes, examples, notes, seeds];
  const files = ["files", sessionsOf(fileText(readMarkdown(folder)))] as const;
  return [notes, examples, files, notes, files, seeds];
}

function readMarkdown(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md"));
  if (files.length === 0) throw new Error(`Unexpected folder ${folder} without Markdown files`);
  return files.map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));
}

// What was sent last leaves before the process does, for nothing else keeps it.
process.once("message", work);
