import type { Note, Suppression } from "../../model/note";
import type { Part, Span } from "../../text/span";
import { LinesAround } from "./linesAround";
import { Reaches } from "./reaches";

/** A comment, or one of the rules that it names. */
export interface Suppressing {
  readonly suppression: Suppression;
  /** As the comment names it; absent where it means all rules. */
  readonly rule?: Part;
}

/** What has a rule and a place. */
interface Placed {
  readonly rule: string;
  readonly at: Span;
}

/** Findings sorted by whether a comment of their note keeps them from being shown. */
export interface Suppressed<Finding> {
  readonly shown: readonly Finding[];
  readonly hidden: readonly Finding[];
}

/**
 * Sorts the findings of a note by its comments; `judge` finds what is wrong with comments that keep none of them from
 * being shown, which themselves are hidden by name only.
 */
export function suppress<Finding extends Placed>(
  note: Pick<Note, "text" | "bodyStart" | "suppressions">,
  findings: readonly Finding[],
  judge: (idle: readonly Suppressing[]) => readonly Finding[],
): Suppressed<Finding> {
  const table = new SuppressionTable(note);
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  for (const finding of findings) (table.hides(finding) ? hidden : shown).push(finding);
  for (const finding of judge(table.idle)) (table.hidesByName(finding) ? hidden : shown).push(finding);
  return { shown, hidden };
}

/** Stands for all rules; no rule is called so. */
const all = "*";

/** Nobody needs more comments for one line, each on a line of its own. */
const mostStacked = 20;

class SuppressionTable {
  readonly #entries: Suppressing[] = [];
  readonly #used = new Set<Suppressing>();
  readonly #ranges = new Reaches<Suppressing>();
  readonly #lines = new Reaches<Suppressing>();
  /** Where all rules are disabled, and one of them is not. */
  readonly #exceptions = new Reaches<Suppressing>();
  readonly #around: LinesAround;
  /** Up to where nothing stands but comments of this kind; undefined behind that. */
  #top: number | undefined;

  constructor(private readonly note: Pick<Note, "text" | "bodyStart" | "suppressions">) {
    const { text, bodyStart, suppressions } = note;
    this.#around = new LinesAround(text);
    this.#top = bodyStart;
    for (const [index, suppression] of suppressions.entries()) {
      const { rules, span } = suppression;
      if (this.#top !== undefined) {
        this.#top = text.slice(this.#top, span.start).trim() === "" ? span.end : undefined;
      }
      if (rules.length === 0) this.#read({ suppression }, index);
      for (const rule of rules) this.#read({ suppression, rule }, index);
    }
  }

  /** Whether a finding is not to be shown. */
  hides(finding: Placed): boolean {
    const { rule, at } = finding;
    const isExcepted = this.#exceptions.at(rule, at.start) !== undefined;
    const entries = [isExcepted ? undefined : this.#ranges.at(all, at.start), this.#lines.at(all, at.start)];
    const byAll = entries.filter((found) => found !== undefined);
    for (const entry of byAll) this.#used.add(entry);
    return this.hidesByName(finding) || byAll.length > 0;
  }

  /** Whether a finding is not to be shown because its rule is disabled by name. */
  hidesByName({ rule, at }: Placed): boolean {
    const entries = [this.#ranges.at(rule, at.start), this.#lines.at(rule, at.start)];
    const byName = entries.filter((found) => found !== undefined);
    for (const entry of byName) this.#used.add(entry);
    return byName.length > 0;
  }

  /** What had no effect on the findings that were asked about. */
  get idle(): Suppressing[] {
    return this.#entries.filter((entry) => !this.#used.has(entry));
  }

  #read(entry: Suppressing, index: number): void {
    this.#entries.push(entry);
    const { suppression, rule } = entry;
    const { kind, span } = suppression;
    const name = rule?.text ?? all;
    if (kind === "enable") this.#end(entry, name, span.start);
    else if (kind === "disable") this.#begin(entry, name, span.start);
    else {
      const line = kind === "disable-line" ? this.#around.lineAt(span.start) : this.#lineBelow(index);
      if (line) this.#lines.add(name, line, entry);
    }
  }

  /** The first line below that holds more than a comment of this kind. */
  #lineBelow(index: number): Span | undefined {
    const { text, suppressions } = this.note;
    let line = this.#around.lineBelow(suppressions[index]?.span.end ?? 0);
    for (const { span } of suppressions.slice(index + 1, index + 1 + mostStacked)) {
      const isAlone =
        line &&
        span.end < line.end &&
        text.slice(line.start, span.start).trim() === "" &&
        text.slice(span.end, line.end).trim() === "";
      if (!isAlone) break;
      line = this.#around.lineBelow(span.end);
    }
    return line;
  }

  #begin(entry: Suppressing, name: string, start: number): void {
    this.#exceptions.close(name, start);
    if (name === all && this.#exceptions.closeAll(start)) this.#used.add(entry);
    // What stands above all else holds for what is reported of the note as a whole, too.
    this.#ranges.open(name, this.#top === undefined ? start : 0, entry);
  }

  #end(entry: Suppressing, name: string, start: number): void {
    if (name === all) {
      if (this.#ranges.closeAll(start)) this.#used.add(entry);
      this.#exceptions.closeAll(start);
      return;
    }
    const wasNamed = this.#ranges.close(name, start);
    const isException = this.#ranges.isOpen(all) && this.#exceptions.open(name, start, entry);
    if (wasNamed || isException) this.#used.add(entry);
  }
}
