import type { Draft } from "../model/draft";
import type { ChunkedText } from "../parse/chunkedText";
import { findDate, monthNames } from "../parse/date";
import { comparable, sameWords } from "../text/compare";
import { remembering } from "../text/remembering";
import { attendeeTable } from "./attendeeTable";
import { builtInProfiles, findProfile } from "./builtIn";
import { commonFormat } from "./common";
import { generic } from "./generic";
import { abbreviatedAttendees, attendeeRow, MarkFinder, type MarksOfText, type WholeText } from "./marks";
import type { Mark, Profile } from "./profile";

/** Whether a Markdown text is a meeting note, in which form, and why; the reason is for the user to read. */
export type Verdict =
  | { readonly isNote: true; readonly profile: Profile; readonly reason: string }
  | { readonly isNote: false; readonly profile: null; readonly reason: string };

/** What the user says of a file and of the form of its notes, beside what is in it. */
export interface Asked {
  /** Undefined where the user's settings say nothing of the file. */
  readonly choice: "note" | "ignore" | undefined;
  /** The profile for whatever is a note; undefined for the one that it looks like. */
  readonly profile?: Profile | undefined;
  /** The name of the file without its folders; empty where it has none. */
  readonly fileName: string;
  /** The names of the folders that the file is in. */
  readonly folders?: readonly string[];
}

/** Judges one version of a text after the other; the answer hangs on nothing but the text. */
export class Recogniser {
  readonly #finder = new MarkFinder();
  #marks: MarksOfText | undefined;

  /** What else than the marks of single lines the last answer may hang on. */
  get hangsOn(): Readonly<WholeText> {
    return this.#marks?.hangsOn ?? nothingElse;
  }

  /**
   * Judges by the settings first, then by the front matter (`type: meeting-notes`, `profile: section-notes`) or a
   * comment (`<!-- notewright: note -->`, `ignore`, `profile section-notes`), then by the content: the first built-in
   * profile that it has a signature of. `draftOf` reads the text as a form has it, for the one that marks do not settle.
   */
  judge(cut: ChunkedText, asked: Asked, draftOf: (profile: Profile) => Draft): Verdict {
    const { choice, profile } = asked;
    if (choice === "ignore") return ordinaryBecause("your settings or your group's configuration say so");
    const marks = this.#finder.find(cut);
    this.#marks = marks;
    const content = () => findByContent(marks, asked, draftOf);
    const marked = choice === "note" ? "your settings or your group's configuration say so" : undefined;
    const said = saidWithin(cut, this.#finder.comments());
    if (marked === undefined && said?.word === "ignore") return ordinaryBecause(said.where);
    const named = said?.word.startsWith("profile") ? findProfile(said.word.replace(/^profile\s+/, "")) : undefined;
    const because = marked ?? said?.where;
    if (because !== undefined) return noteBecause(named ?? profile ?? content()?.profile ?? generic, because);
    const found = content();
    return found ? noteBecause(profile ?? found.profile, found.reason) : ordinaryBecause(noContent);
  }
}

const nothingElse: WholeText = { turns: false, length: false };

/** What a text lacks that is no note. */
const noContent = "it has neither a list of attendees nor what else a known form of notes has";

function noteBecause(profile: Profile, reason: string): Verdict {
  return { isNote: true, profile, reason: `A meeting note: ${reason}` };
}

function ordinaryBecause(reason: string): Verdict {
  return { isNote: false, profile: null, reason: `No meeting note: ${reason}` };
}

/** What the file says of itself, in its front matter or else in a comment. */
function saidWithin({ text, bodyStart }: ChunkedText, comments: readonly string[]) {
  const matter = text.slice(0, bodyStart);
  const where = "its front matter says so";
  const profile = /^profile\s*[:=]\s*["']?([\w-]+)["']?\s*$/m.exec(matter)?.[1];
  if (profile !== undefined && findProfile(profile)) return { word: `profile ${profile}`, where };
  if (/^type\s*[:=]\s*["']?meeting-notes?["']?\s*$/m.test(matter)) return { word: "note", where };
  const [word] = comments;
  return word === undefined ? undefined : { word, where: "a comment in it says so" };
}

function findByContent(
  marks: MarksOfText,
  asked: Asked,
  draftOf: (profile: Profile) => Draft,
): { profile: Profile; reason: string } | undefined {
  for (const profile of builtInProfiles) {
    for (const signature of profile.signatures) {
      const reasons = describeSignature(signature, (mark) => describeMark(mark, marks, asked, draftOf));
      if (reasons) return { profile, reason: `it has ${describe(reasons)}` };
    }
  }
  return undefined;
}

/** What of the text the marks are; undefined as soon as one is not there. */
function describeSignature(
  signature: readonly Mark[],
  describeOne: (mark: Mark) => Reason | undefined,
): readonly Reason[] | undefined {
  const reasons: Reason[] = [];
  for (const mark of signature) {
    const reason = describeOne(mark);
    if (!reason) return undefined;
    reasons.push(reason);
  }
  return reasons;
}

/** What of the text is the mark, for the user to read; undefined where it is not there. */
function describeMark(
  mark: Mark,
  marks: MarksOfText,
  { fileName, folders = [] }: Asked,
  draftOf: (profile: Profile) => Draft,
): Reason | undefined {
  const reason = (isThere: boolean, what: string): Reason | undefined => (isThere ? { what } : undefined);
  switch (mark.kind) {
    case "attendee row": {
      const what = marks.has(attendeeRow) ? describeTable(draftOf(attendeeTable)) : undefined;
      return reason(what !== undefined, what ?? "");
    }
    case "abbreviated attendees":
      return reason(marks.has(abbreviatedAttendees), "a list of attendees with their abbreviations");
    case "bold turns":
      return reason(marks.boldTurns >= mark.count, "turns with the speaker in bold");
    case "turns":
    case "turns or handles":
      return reason(marks.turns(mark.kind !== "turns") >= mark.count, "speakers' turns");
    case "folder":
      return reason(
        folders.some((name) => meetingFolder.test(name)),
        "a folder that is named for meetings",
      );
    case "cancelled":
      return reason(marks.isCancelled, "the words that the meeting was cancelled");
    case "dated with year":
      return reason(isDatedWithYear(marks.title), "a dated heading");
    case "dated":
      if (isDated(marks.title) || monthAndYear.test(marks.title)) return { what: "a dated heading" };
      return reason(fileDate.test(fileName), "a dated file name");
    case "title":
      return reason(
        mark.words.some((word) => comparable(marks.title).includes(word)),
        "the title of one",
      );
    case "without":
    case "without heading":
      return nameFound(mark, marks) ? undefined : {};
    default:
      return nameFound(mark, marks);
  }
}

/** What tells of a note: something, or something that has a name; neither where it is that something is not there. */
interface Reason {
  readonly what?: string;
  readonly name?: string;
}

/** The name that the text has, and what has it. */
function nameFound(mark: Extract<Mark, { names: unknown }>, marks: MarksOfText): Reason | undefined {
  const match = marks.nameOf(mark);
  return match && { what: match.kind, name: match.name };
}

/** `a dated heading and the headings Agenda and Notes`. */
function describe(reasons: readonly Reason[]): string {
  const plain = reasons.flatMap(({ what, name }) => (what !== undefined && name === undefined ? [what] : []));
  const named = (["heading", "label", "item", "column"] as const).flatMap((kind) => {
    const names = reasons.flatMap(({ what, name }) => (what === kind && name !== undefined ? [name] : []));
    return names.length === 0 ? [] : [`the ${kind}${names.length === 1 ? "" : "s"} ${listed(names)}`];
  });
  return listed([...plain, ...named]);
}

const { dates } = commonFormat.title;
const datesWithYear = dates.filter((form) => form.includes("yyyy"));

/** `2024-03-05`, `guest-03-05-2024`, `project-03-05`, `2024-03`. */
const fileDate = /(?:^|[^\d])(?:(?:19|20)\d{2}[-._]\d{1,2}|(?:0\d|1[0-2])-[0-3]\d(?:-\d{2,4})?)(?:[^\d]|$)/;

/** `meetings`, `design-meeting-minutes`. */
const meetingFolder = /(?:^|[-_. ])(?:meetings|minutes|meeting[-_. ]?(?:minutes|notes))$/i;

/** `March 2024`. */
const monthAndYear = new RegExp(String.raw`\b(?:${monthNames("wide").join("|")}) (?:19|20)\d{2}\b`);

/** Each profile asks it of the same title. */
const isDated = remembering(20, (title: string) => findDate(title, 0, dates) !== undefined);
const isDatedWithYear = remembering(20, (title: string) => findDate(title, 0, datesWithYear) !== undefined);

/** The rows of the table that lists who was there, if it surely is one. */
function describeTable({ title, table }: Draft): string | undefined {
  const rows = table?.rows.filter((row) => row.kind !== "other") ?? [];
  const attending = rows.find((row) => row.kind === "attending");
  const isOwnLabel = attending && sameWords(attending.label.text, attendeeTable.format.attendees.attending[0] ?? "");
  // `Participants` alone may count the people of a study.
  if (!attending || !(isOwnLabel || rows.length > 1 || title?.date)) return undefined;
  return `a table with the ${rows.length === 1 ? "row" : "rows"} ${rows.map((row) => row.label.text).join(" and ")}`;
}

function listed(words: readonly string[]): string {
  const [last = ""] = words.slice(-1);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}
