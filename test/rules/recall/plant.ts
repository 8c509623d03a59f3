import type { Format } from "../../../server/src/model/format";
import type { ListedAttendee, Note, Person, Section, Turn } from "../../../server/src/model/note";
import { findProfile } from "../../../server/src/profiles/builtIn";
import type { RuleId } from "../../../server/src/rules/index";
import { applyEdits } from "../../../server/src/text/edit";
import type { Span } from "../../../server/src/text/span";
import { analyse } from "../../../server/src/workspace/analyser";
import { defaultSettings } from "../../../server/src/workspace/settings";

/** A clean note with something wrong in it. */
export interface Defect {
  /** The note with the defect, and `⟦ ⟧` around what is to be found, in the order of their starts. */
  readonly marked: string;
  /** Other rules that may have something to say of it, wherever. */
  readonly brings?: readonly RuleId[];
  /** Whether a fix uncovers what else is wrong. */
  readonly uncovers?: true;
  /** Whether a fix makes it the clean note again; `all` where "fix all" does. */
  readonly restored?: "one" | "all";
  /** What the user writes over the placeholder of a fix. */
  readonly typed?: string;
  /** The file that the note stands in, if not its own. */
  readonly path?: string;
  /** People whom other notes of the series list. */
  readonly known?: readonly Person[];
  /** The day on which the note is read. */
  readonly today?: string;
  /** The user names the form: without what is wrong in the note it cannot be told. */
  readonly isNamed?: true;
}

/** Puts a defect into a clean note; undefined where the note has no place for it. */
export type Planter = (clean: CleanNote) => Defect | undefined;

/** For each rule of a family, planters by the kind of defect. */
export type Planters<Ids extends RuleId> = Readonly<Record<Ids, Readonly<Record<string, Planter>>>>;

/** A replacement of a span by a text that may hold marks. */
export type Put = readonly [span: Span, marked: string];

/** A note in which there is nothing to be found, and the places in it where defects are planted. */
export class CleanNote {
  readonly note: Note;
  readonly format: Format;

  constructor(
    /** Of the note's form. */
    readonly profile: string,
    readonly path: string,
    readonly text: string,
  ) {
    const { note, verdict } = analyse(path, text, defaultSettings);
    const format = findProfile(profile)?.format;
    if (!note || !format || !verdict.isNote) throw new Error(`${path}: no note`);
    this.note = note;
    this.format = format;
  }

  /** The text with each span replaced. */
  with(...puts: readonly Put[]): string {
    return applyEdits(
      this.text,
      puts.map(([span, newText]) => ({ span, newText })),
    );
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The line that holds the offset, without its line end. */
  line(offset: number): Span {
    const start = this.text.lastIndexOf("\n", offset - 1) + 1;
    const end = this.text.indexOf("\n", offset);
    return { start, end: end < 0 ? this.text.length : end };
  }

  /** The lines that hold the span, with the blank lines before them. */
  lines({ start, end }: Span): Span {
    const from = this.line(start).start;
    return { start: this.text.slice(0, from).trimEnd().length, end: this.line(end).end };
  }

  /** Adds an entry behind the last attendee, in the form of the list. */
  listing(entry: string): Put | undefined {
    const last = this.note.attendees.at(-1);
    if (!last) return undefined;
    const { list, span } = last;
    if (list.form === "row" || list.form === "line") return [endOf(span), `, ${entry}`];
    const line = this.line(span.start);
    const written = this.slice(line);
    const lead = written.slice(0, span.start - line.start);
    const cells = list.form === "columns" || list.form === "column" ? written.slice(span.end - line.start) : "";
    const below = this.text.slice(span.end).split("\n\n")[0]?.includes("\n") ?? false;
    const isApart = list.form === "lines" && !below && this.text[line.start - 2] === "\n" && this.#isList(last);
    return [endOf(line), `\n${isApart ? "\n" : ""}${lead}${entry}${cells.replace(/[^|]/g, " ")}`];
  }

  /** Takes an attendee off the list, whole. */
  unlisting({ span, list }: ListedAttendee): Put {
    if (list.form !== "row" && list.form !== "line") {
      const { start, end } = this.line(span.start);
      return [{ start: start - 1, end }, ""];
    }
    const before = /,\s*$/.exec(this.text.slice(0, span.start))?.[0].length ?? 0;
    return [{ start: span.start - before, end: span.end }, ""];
  }

  /** The words of the title, or else of the first line. */
  get top(): Span {
    const start = this.note.title?.span.start ?? this.text.search(/\S/);
    return { start, end: this.line(start).end };
  }

  /** Sections of the form that stand under a heading. */
  get knownSections(): readonly Section[] {
    return this.note.sections.filter(({ form, written }) => form && written === "heading");
  }

  /** The turn with everything nested in it, from the start of its line. */
  whole({ item, span }: Turn): Span {
    return { start: this.line((item?.span ?? span).start).start, end: (item?.span ?? span).end };
  }

  /** A turn of another label, written like the given one, and what parts the two. */
  like(turn: Turn, label: string): string {
    const { start } = this.whole(turn);
    const written = this.text.slice(start, turn.words.span.end);
    const at = turn.prefix.label.span;
    const gap = turn.item ? "\n" : "\n\n";
    return gap + written.slice(0, at.start - start) + label + written.slice(at.end - start);
  }

  #isList({ list }: ListedAttendee): boolean {
    return list.entries.length > 1;
  }
}

/** The place behind a span. */
export function endOf({ end }: Span): Span {
  return { start: end, end };
}

/** The place before a span. */
export function startOf({ start }: Span): Span {
  return { start, end: start };
}

/** The text between the marks of a finding. */
export function mark(text: string): string {
  return `⟦${text}⟧`;
}

/** The word with two of its letters swapped, the first left where it is: `Calra`. */
export function misspell(word: string): string | undefined {
  for (let at = Math.max(1, Math.ceil(word.length / 2) - 1); at + 1 < word.length; at++) {
    const [one = "", other = ""] = [word[at], word[at + 1]];
    const areLetters = /^(?:\p{Ll}{2}|\p{Lu}{2})$/u.test(one + other) && one !== other;
    if (areLetters) return word.slice(0, at) + other + one + word.slice(at + 2);
  }
  return undefined;
}
